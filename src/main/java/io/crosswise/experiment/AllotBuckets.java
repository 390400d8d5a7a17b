package io.crosswise.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gives the arms of an experiment buckets of their exclusion group that no other experiment of it has. An arm keeps what it has as
 * far as its share allows, so that whoever is in a growing arm stays in it.
 *
 * <p>Layers as in Tang, Agarwal, O'Brien and Meyer, "Overlapping Experiment Infrastructure" (KDD 2010): groups are independent since
 * each hashes with a salt of its own.
 */
final class AllotBuckets {
    private AllotBuckets() {}

    /**
     * @param taken by the other experiments of the group
     * @param before what the experiment's arms had, empty at first
     * @return empty when the group has too few free buckets
     */
    static Optional<List<BucketRange>> allot(Experiment experiment, List<BucketRange> taken, List<BucketRange> before) {
        String[] owner = new String[BucketRange.BUCKETS];
        boolean[] closed = new boolean[BucketRange.BUCKETS];
        taken.forEach(range -> Arrays.fill(closed, range.from(), range.to(), true));
        int[] wanted = wanted(experiment);
        int[] missing = wanted.clone();
        for (BucketRange range : before) {
            int arm = indexOf(experiment, range.arm());
            for (int bucket = range.from(); bucket < range.to() && arm >= 0 && missing[arm] > 0; bucket++) {
                if (!closed[bucket]) {
                    owner[bucket] = range.arm();
                    missing[arm]--;
                }
            }
        }
        int free = 0;
        for (int arm = 0; arm < missing.length; arm++) {
            for (; free < owner.length && missing[arm] > 0; free++) {
                if (owner[free] == null && !closed[free]) {
                    owner[free] = experiment.arms().get(arm).name();
                    missing[arm]--;
                }
            }
            if (missing[arm] > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(ranges(owner));
    }

    /** Buckets per arm: cumulated shares are rounded, so that they add up to the traffic. */
    static int[] wanted(Experiment experiment) {
        int[] wanted = new int[experiment.arms().size()];
        double sum = 0;
        int given = 0;
        for (int arm = 0; arm < wanted.length; arm++) {
            sum += experiment.arms().get(arm).share();
            int upTo = (int) Math.round(sum * experiment.traffic() * BucketRange.BUCKETS);
            wanted[arm] = upTo - given;
            given = upTo;
        }
        return wanted;
    }

    private static int indexOf(Experiment experiment, String arm) {
        for (int i = 0; i < experiment.arms().size(); i++) {
            if (experiment.arms().get(i).name().equals(arm)) {
                return i;
            }
        }
        return -1;
    }

    private static List<BucketRange> ranges(String[] owner) {
        List<BucketRange> ranges = new ArrayList<>();
        int start = 0;
        for (int bucket = 1; bucket <= owner.length; bucket++) {
            if (bucket == owner.length || !java.util.Objects.equals(owner[bucket], owner[start])) {
                if (owner[start] != null) {
                    ranges.add(new BucketRange(owner[start], start, bucket));
                }
                start = bucket;
            }
        }
        return ranges;
    }
}
