package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentChange.Changed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds room for an experiment beside those that run, so that nobody is in two arms that contradict each other. */
final class TakeBuckets {
    private final List<StoredExperiment> others;

    /** @param all experiments, the one that asks among them */
    TakeBuckets(List<StoredExperiment> all, String asking, Instant now) {
        others = all.stream()
                .filter(other -> !other.definition().name().equals(asking) && other.holdsBuckets(now))
                .toList();
    }

    /** The experiment with its buckets, or why there are none. */
    ExperimentChange take(StoredExperiment wished) {
        Experiment definition = wished.definition();
        for (StoredExperiment other : others) {
            String objection = objection(definition, other.definition());
            if (objection != null) {
                return ExperimentChange.refused("CONFLICTING_EXPERIMENT", objection);
            }
        }
        List<StoredExperiment> group = others.stream()
                .filter(other -> other.definition().group().equals(definition.group()))
                .toList();
        List<BucketRange> taken = group.stream().flatMap(other -> other.buckets().stream()).toList();
        int free = BucketRange.BUCKETS - taken.stream().mapToInt(BucketRange::size).sum();
        return AllotBuckets.allot(definition, taken, wished.buckets())
                .<ExperimentChange>map(buckets -> new Changed(new StoredExperiment(
                        definition, wished.version(), wished.state(), buckets, wished.comparableSince(), wished.changedAt(),
                        wished.changedBy())))
                .orElseGet(() -> ExperimentChange.refused(
                        "EXCLUSION_GROUP_FULL",
                        String.format(
                                Locale.ROOT,
                                "Group %s has %.2f %% of its customers left, %s asks for %.2f %%; the others belong to %s until they are stopped or expire",
                                definition.group(),
                                free / 100.0,
                                definition.name(),
                                100 * definition.traffic(),
                                group.stream().map(other -> other.definition().name()).toList())));
    }

    private static String objection(Experiment wished, Experiment running) {
        boolean sameGroup = wished.group().equals(running.group());
        if (sameGroup && wished.unit() != running.unit()) {
            return "Group %s counts by %s, as %s does".formatted(running.group(), running.unit(), running.name());
        }
        boolean meet = wished.from().isBefore(running.until())
                && running.from().isBefore(wished.until())
                && wished.audience().overlaps(running.audience());
        return !sameGroup && meet && wished.kind() == running.kind() && !wished.kind().isHoldOut()
                ? "%s also varies %s for some of the same customers at the same time: put both into one exclusion group (%s)"
                        .formatted(running.name(), Objects.toString(wished.kind()).toLowerCase(Locale.ROOT), running.group())
                : null;
    }
}
