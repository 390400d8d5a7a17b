package io.crosswise.experiment;

import static io.crosswise.experiment.ExperimentBuilder.NOW;
import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.experiment.ExperimentResults.ArmResult;
import io.crosswise.experiment.UnitSums.DaySum;
import io.crosswise.experiment.inference.Sample;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said about sums. */
class ReadResultsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void withoutASettledUnitThereIsNoConclusion() {
        ExperimentResults results = read(Metric.CONVERSION, List.of(), Map.of());

        assertThat(results.conclusion()).startsWith("No conclusion yet: no unit's window has closed");
        assertThat(results.control()).isEqualTo("control");
        assertThat(results.arms()).extracting(ArmResult::difference).containsOnlyNulls();
    }

    @Test
    void aSmallDifferenceIsNoConclusionAndSaysWhatIsPossible() {
        ExperimentResults results = read(
                Metric.CONVERSION, List.of(day(0, "control", 1_000, 80), day(0, "tv-first", 1_000, 90)), Map.of("control", 1_000L, "tv-first", 1_000L));

        assertThat(results.arms().get(1).difference().conclusive()).isNull();
        assertThat(results.arms().get(1).difference().value()).isEqualTo(0.01, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(results.conclusion()).startsWith("No conclusion yet: compared with control, the effect of tv-first lies between -");
        assertThat(results.sampleRatio().mismatch()).isFalse();
    }

    @Test
    void aDifferenceIsConclusiveFromTheDayItsIntervalLeavesZero() {
        List<DaySum> days = List.of(
                day(0, "control", 500, 40), day(0, "tv-first", 500, 55),
                day(1, "control", 4_000, 320), day(1, "tv-first", 4_000, 560),
                day(2, "control", 500, 40), day(2, "tv-first", 500, 70));

        ExperimentResults results = read(Metric.CONVERSION, days, Map.of("control", 5_000L, "tv-first", 5_000L));

        assertThat(results.arms().get(1).difference().conclusive()).isEqualTo(DAY.plusDays(1));
        assertThat(results.sequence()).hasSize(3);
        assertThat(results.conclusion()).startsWith("tv-first differs from control since 2026-11-02: by +5.70 points a unit");
    }

    @Test
    void armsThatDoNotHaveTheirSharesAreNamedBeforeEverythingElse() {
        ExperimentResults results = read(
                Metric.CONVERSION, List.of(day(0, "control", 4_000, 320), day(0, "tv-first", 4_000, 560)), Map.of("control", 4_000L, "tv-first", 4_900L));

        assertThat(results.sampleRatio().mismatch()).isTrue();
        assertThat(results.conclusion()).startsWith("The arms do not have the units their shares say");
    }

    /** A share of 2.5 buckets is 2 or 3 of them; units come by buckets. */
    @Test
    void unitsAreComparedWithTheBucketsTheArmsHave() {
        MemoryExperiments rounded = new MemoryExperiments();
        rounded.save(anExperiment("tv").in("tv", 0.0005).started(), ExperimentEvent.Action.STARTED, null);
        Map<String, Long> byBuckets = Map.of("control", 30_000L, "tv-first", 20_000L);

        assertThat(read(rounded, Metric.CONVERSION, List.of(), byBuckets).sampleRatio().mismatch()).isFalse();
        assertThat(read(rounded, Metric.CONVERSION, List.of(), Map.of("control", 25_000L, "tv-first", 25_000L)).sampleRatio().mismatch())
                .isTrue();
    }

    @Test
    void fewPurchasesBoundNoAmount() {
        ExperimentResults results = read(
                Metric.REVENUE,
                List.of(amounts("control", 900, 10, 2_000), amounts("tv-first", 900, 12, 2_500)),
                Map.of("control", 900L, "tv-first", 900L));

        assertThat(results.arms().get(1).difference().low()).isNull();
        assertThat(results.conclusion()).isEqualTo("No conclusion yet: too few units of tv-first or control brought in revenue.");
    }

    @Test
    void theErrorIsSharedAmongTheArms() {
        List<DaySum> days = List.of(day(0, "arm-0", 3_000, 240), day(0, "arm-1", 3_000, 300), day(0, "arm-2", 3_000, 300));
        MemoryExperiments three = new MemoryExperiments();
        three.save(anExperiment("tv").sharing(0.4, 0.3, 0.3).started(), ExperimentEvent.Action.STARTED, null);
        MemoryExperiments two = new MemoryExperiments();
        two.save(anExperiment("tv").sharing(0.4, 0.6).started(), ExperimentEvent.Action.STARTED, null);

        double narrow = width(read(two, Metric.CONVERSION, days, Map.of()));
        double wide = width(read(three, Metric.CONVERSION, days, Map.of()));

        assertThat(wide).isGreaterThan(narrow);
    }

    private static double width(ExperimentResults results) {
        return results.arms().get(1).difference().high() - results.arms().get(1).difference().low();
    }

    private static ExperimentResults read(Metric metric, List<DaySum> days, Map<String, Long> met) {
        MemoryExperiments experiments = new MemoryExperiments();
        experiments.save(anExperiment("tv").started(), ExperimentEvent.Action.STARTED, null);
        return read(experiments, metric, days, met);
    }

    private static ExperimentResults read(Experiments experiments, Metric metric, List<DaySum> days, Map<String, Long> met) {
        UnitSums sums = new UnitSums() {
            @Override
            public void settle(String experiment, Instant until) {
                assertThat(until).as("units of a day come together").isEqualTo(NOW.truncatedTo(ChronoUnit.DAYS));
            }

            @Override
            public List<DaySum> settled(String experiment, int sinceVersion, Metric asked) {
                return days;
            }

            @Override
            public Map<String, Long> met(String experiment, int sinceVersion) {
                return met;
            }
        };
        return new ReadResults(experiments, sums, Clock.fixed(NOW, ZoneOffset.UTC)).read("tv", metric);
    }

    private static DaySum day(int day, String arm, long units, long bought) {
        return new DaySum(DAY.plusDays(day), arm, Sample.of(units, bought), bought);
    }

    private static DaySum amounts(String arm, long units, long nonZero, double sum) {
        return new DaySum(DAY, arm, new Sample(units, sum, sum * sum / nonZero), nonZero);
    }
}
