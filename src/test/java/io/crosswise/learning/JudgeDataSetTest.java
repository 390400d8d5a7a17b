package io.crosswise.learning;

import static io.crosswise.learning.WatchedModelBuilder.aModel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.testing.AnsweringModels.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgeDataSetTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T04:30:00Z"), ZoneOffset.UTC);
    private final JudgeDataSet judgeDataSet = new JudgeDataSet(DriftSettings.DEFAULTS, CLOCK);

    @Test
    void alarmsWhenTheRateMovesFromSixToThirtyOnePerCent() {
        DriftReport report = judge(1, 2_000, usage -> usage, usage -> 0.31);

        assertThat(report.level()).isEqualTo(DriftLevel.ALARM);
        assertThat(report.calibration().predicted()).isCloseTo(0.06, within(0.005));
        assertThat(report.calibration().observed()).isCloseTo(0.31, within(0.03));
        assertThat(report.calibration().observedLow()).isBetween(0.27, report.calibration().observed());
        assertThat(report.calibration().z()).isGreaterThan(20);
        assertThat(report.features()).extracting(PopulationStability::level).containsOnly(DriftLevel.STABLE);
        assertThat(report.findings()).singleElement().asString().startsWith("Predictions do not come true: 5.9 % predicted");
    }

    @Test
    void alarmsEverySeedAtThatRateEvenWithFewRows() {
        assertThat(IntStream.range(0, 200).mapToObj(seed -> judge(seed, 200, usage -> usage, usage -> 0.31).level()))
                .containsOnly(DriftLevel.ALARM);
    }

    @Test
    void seldomAlarmsAtWhatWasDrawnLikeTheTraining() {
        List<DriftLevel> levels = IntStream.range(0, 200)
                .mapToObj(seed -> judge(seed, 1_000, usage -> usage, WatchedModelBuilder::chance).level())
                .toList();

        assertThat(levels).filteredOn(DriftLevel.ALARM::equals).hasSizeLessThanOrEqualTo(4);
        assertThat(levels).filteredOn(DriftLevel.STABLE::equals).hasSizeGreaterThanOrEqualTo(180);
    }

    @Test
    void keepsQuietAboutMovedFeaturesAtEverySizeOfADataSetLikeTheTraining() {
        for (int rows : new int[] {30, 100, 300, 3_000}) {
            long moved = IntStream.range(0, 200)
                    .mapToObj(seed -> judge(seed, rows, usage -> usage, WatchedModelBuilder::chance))
                    .filter(report -> report.features().get(0).level().isAbove(DriftLevel.STABLE))
                    .count();
            assertThat(moved).as("of 200 at %d rows", rows).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void namesTheFeatureThatHasMoved() {
        DriftReport report = judge(1, 2_000, usage -> usage * usage, WatchedModelBuilder::chance);

        assertThat(report.worstFeature().of()).isEqualTo("usage");
        assertThat(report.worstFeature().level()).isEqualTo(DriftLevel.ALARM);
        assertThat(report.findings()).anyMatch(finding -> finding.startsWith("The feature usage has moved"));
        assertThat(report.findings()).noneMatch(finding -> finding.contains("flag"));
    }

    @Test
    void doesNotAlarmOverAFeatureNoTreeSplitsOn() {
        DriftReport report = judgeDataSet.judge(aModel(), rows(Set.of("usage", "flag"), row -> {
            Random random = new Random(3);
            for (int i = 0; i < 1_000; i++) {
                row.accept(Map.of("usage", random.nextDouble(), "flag", 1.0), null);
            }
        }));

        assertThat(report.worstFeature().of()).isEqualTo("flag");
        assertThat(report.worstFeature().level()).isEqualTo(DriftLevel.ALARM);
        assertThat(report.level()).isEqualTo(DriftLevel.WATCH);
    }

    @Test
    void doesNotJudgeByAHandfulOfAnswers() {
        CalibrationDrift calibration = judge(1, 60, usage -> usage, usage -> 0.31).calibration();

        assertThat(calibration.level()).isEqualTo(DriftLevel.UNKNOWN);
        assertThat(calibration.z()).isNull();
    }

    @Test
    void findsScoresThatDoNotTellBuyersApartAnyMore() {
        WatchedModel confident = new WatchedModel(
                "churn-hazard", "1", new Answer("1", row -> row.get("usage")), FieldMapping.NONE, WatchedModelBuilder.report(9_000));
        DriftReport report = judgeDataSet.judge(confident, rows(Set.of("usage"), row -> {
            Random random = new Random(5);
            for (int i = 0; i < 2_000; i++) {
                row.accept(Map.of("usage", 0.1 + 0.8 * random.nextDouble()), random.nextBoolean() ? 1.0 : 0.0);
            }
        }));

        assertThat(report.calibration().slope().high()).isLessThan(0.3);
        assertThat(report.calibration().slope().level()).isEqualTo(DriftLevel.WATCH);
        assertThat(Math.abs(report.calibration().z())).isLessThan(3);
        assertThat(judge(1, 20_000, usage -> usage, WatchedModelBuilder::chance).calibration().slope().value())
                .isCloseTo(1, within(0.25));
    }

    @Test
    void measuresTheErrorOfAValueInSpreadsOfTheTraining() {
        ModelReport report = WatchedModelBuilder.report(20_000)
                .withMetrics(Map.of("rows", 20_000, "judgedRows", 20_000, "rmse", 10.0, "meanTarget", 30.0));
        WatchedModel margin = new WatchedModel("margin", "1", new Answer("1", row -> 30), FieldMapping.NONE, report);
        CalibrationDrift calibration = judgeDataSet.judge(margin, rows(Set.of("usage"), row ->
                IntStream.range(0, 400).forEach(i -> row.accept(Map.of("usage", 0.5), i % 2 == 0 ? 20.0 : 45.0)))).calibration();

        assertThat(calibration.spreads()).isCloseTo(0.25, within(1e-12));
        assertThat(calibration.z()).isCloseTo(2.5 / (10 * Math.sqrt(1 / 400.0 + 1 / 20_000.0)), within(1e-9));
        assertThat(calibration.slope()).isNull();
        assertThat(calibration.level()).isEqualTo(DriftLevel.ALARM);
    }

    @Test
    void asksSurvivalModelsAboutTheQuartersTheyWereTrainedOn() {
        List<Bin> quarters = List.of(
                new Bin(null, 2.0, null, 0.4), new Bin(2.0, 3.0, null, 0.3), new Bin(3.0, 4.0, null, 0.2), new Bin(4.0, null, null, 0.1));
        ModelReport report = WatchedModelBuilder.report(5_000)
                .withFeatures(List.of(new FeatureUse("quarter_ahead", 1.0, quarters)), List.of(
                        new Bin(null, 0.25, null, 0.4), new Bin(0.25, 0.35, null, 0.3), new Bin(0.35, null, null, 0.3)));
        DriftTally tally = new DriftTally(
                new WatchedModel("churn-hazard", "1", new Answer("1", row -> row.get("quarter_ahead") / 10), FieldMapping.NONE, report),
                DriftSettings.DEFAULTS,
                Set.of());
        IntStream.range(0, 1_000).forEach(i -> tally.read(Map.of(), 0.1));
        DriftReport found = tally.report("decisions", null, null, CLOCK.instant());

        // scores 0.1 and 0.2 for the first two quarters, 0.3 and 0.4 for the others
        assertThat(found.score().bins()).extracting(PopulationStability.Move::now).usingElementComparator(
                (a, b) -> Math.abs(a - b) < 0.01 ? 0 : Double.compare(a, b)).containsExactly(0.7, 0.2, 0.1);
        assertThat(found.features()).isEmpty();
    }

    @Test
    void saysWhichFeaturesItCouldNotCompare() {
        DriftReport report = judgeDataSet.judge(aModel(), rows(Set.of("usage"), row ->
                IntStream.range(0, 500).forEach(i -> row.accept(Map.of("usage", i / 500.0), null))));

        assertThat(report.features()).extracting(PopulationStability::of).containsExactly("usage");
        assertThat(report.findings()).singleElement().asString().endsWith("no such columns: flag");
    }

    @Test
    void refusesRowsThatTellNothingOfTheModel() {
        assertThatThrownBy(() -> judgeDataSet.judge(aModel(), rows(Set.of("Usage", "x"), row -> {})))
                .isInstanceOf(DataSetRefused.class)
                .hasMessage("None of its columns is a feature of propensity-tv: flag, usage");
        assertThatThrownBy(() -> judgeDataSet.judge(aModel(), rows(Set.of("usage"), row -> {})))
                .hasMessage("There are no rows");
        assertThatThrownBy(() -> judgeDataSet.judge(aModel(), rows(Set.of("usage"), row -> row.accept(Map.of(), 7.0))))
                .hasMessage("The answers of propensity-tv are 1 or 0");
    }

    @Test
    void leavesOutRowsTheModelRefuses() {
        WatchedModel model = aModel();
        WatchedModel refusing = new WatchedModel(model.name(), "1", new Answer("1", row -> {
            throw RefusedScore.of("propensity-tv", Double.NaN);
        }), FieldMapping.NONE, model.report());

        assertThat(judgeDataSet.judge(refusing, rows(Set.of("usage"), row -> row.accept(Map.of("usage", 0.1), 1.0))).score().rows())
                .isZero();
    }

    /** @param moved where each usage has gone @param rate of buyers by what the model reads */
    private DriftReport judge(int seed, int rows, ToDoubleFunction<Double> moved, ToDoubleFunction<Double> rate) {
        return judgeDataSet.judge(aModel(), rows(Set.of("usage", "flag", "target"), row -> {
            Random random = new Random(seed);
            for (int i = 0; i < rows; i++) {
                double usage = moved.applyAsDouble(WatchedModelBuilder.customer(random).get("usage"));
                double flag = random.nextInt(4) == 0 ? 1 : 0;
                row.accept(Map.of("usage", usage, "flag", flag), random.nextDouble() < rate.applyAsDouble(usage) ? 1.0 : 0.0);
            }
        }));
    }

    private static JudgeDataSet.Rows rows(
            Set<String> columns, java.util.function.Consumer<BiConsumer<Map<String, Double>, Double>> all) {
        return new JudgeDataSet.Rows() {
            @Override
            public Set<String> columns() {
                return columns;
            }

            @Override
            public void forEach(BiConsumer<Map<String, Double>, Double> row) {
                all.accept(row);
            }
        };
    }
}
