package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentResults.ArmResult;
import io.crosswise.experiment.ExperimentResults.Gap;
import io.crosswise.experiment.ExperimentResults.Look;
import io.crosswise.experiment.ExperimentResults.RatioCheck;
import io.crosswise.experiment.UnitSums.DaySum;
import io.crosswise.experiment.inference.Sample;
import io.crosswise.experiment.inference.SampleRatio;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says what an experiment has come to; anybody may look as often as they like. */
public class ReadResults {
    private static final double ERROR = 0.05;
    private static final double RATIO_ERROR = 0.01;

    private final Experiments experiments;
    private final UnitSums sums;
    private final Clock clock;

    public ReadResults(Experiments experiments, UnitSums sums, Clock clock) {
        this.experiments = experiments;
        this.sums = sums;
        this.clock = clock;
    }

    /** @throws UnknownExperiment when there is none of that name */
    public ExperimentResults read(String name, Metric metric) {
        StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
        Experiment experiment = stored.definition();
        Instant now = clock.instant();
        sums.settle(name, now.truncatedTo(ChronoUnit.DAYS));
        List<DaySum> days = sums.settled(name, stored.comparableSince(), metric);
        Map<String, Long> met = sums.met(name, stored.comparableSince());
        String control = experiment.control().name();
        // The error is shared among the arms, so that all their intervals hold together.
        double alpha = ERROR / (experiment.arms().size() - 1);
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        experiment.arms().stream()
                .map(Arm::name)
                .filter(arm -> !arm.equals(control))
                .forEach(arm -> comparisons.put(arm, new Comparison(arm, control, metric, alpha, days)));
        List<ArmResult> arms = experiment.arms().stream()
                .map(arm -> arm(arm, met, days, comparisons.containsKey(arm.name()) ? comparisons.get(arm.name()).gap() : null))
                .toList();
        List<Look> sequence = comparisons.values().stream().flatMap(one -> one.looks().stream()).toList();
        RatioCheck ratio = ratio(stored.buckets(), met);
        return new ExperimentResults(
                name, stored.version(), stored.phase(now), metric, experiment.unit(), experiment.window(), now, 1 - ERROR, control,
                arms, ratio, sequence, conclusion(arms, ratio));
    }

    private static ArmResult arm(Arm arm, Map<String, Long> met, List<DaySum> days, Gap gap) {
        List<DaySum> own = days.stream().filter(day -> day.arm().equals(arm.name())).toList();
        Sample all = own.stream().map(DaySum::sample).reduce(Sample.NONE, Sample::plus);
        return new ArmResult(
                arm.name(),
                arm.share(),
                met.getOrDefault(arm.name(), 0L),
                all.units(),
                own.stream().mapToLong(DaySum::nonZero).sum(),
                all.sum(),
                all.mean(),
                gap);
    }

    /** Compares with the buckets the arms have: their shares are rounded to whole ones. */
    private static RatioCheck ratio(List<BucketRange> buckets, Map<String, Long> met) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        buckets.forEach(range -> sizes.merge(range.arm(), range.size(), Integer::sum));
        double all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        double p = SampleRatio.pValue(
                sizes.keySet().stream().mapToLong(arm -> met.getOrDefault(arm, 0L)).toArray(),
                sizes.values().stream().mapToDouble(size -> size / all).toArray());
        return new RatioCheck(p, p < RATIO_ERROR, SayResults.ratio(p < RATIO_ERROR));
    }

    private static String conclusion(List<ArmResult> arms, RatioCheck ratio) {
        if (ratio.mismatch()) {
            return ratio.words();
        }
        List<Gap> gaps = arms.stream().map(ArmResult::difference).filter(Objects::nonNull).toList();
        return gaps.isEmpty()
                ? "No conclusion yet: no unit's window has closed in both arms."
                : gaps.stream().map(Gap::words).collect(Collectors.joining(" "));
    }
}
