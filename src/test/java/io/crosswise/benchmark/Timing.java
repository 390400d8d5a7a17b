package io.crosswise.benchmark;

import java.util.Arrays;

/**
 * How fast a closed loop went.
 *
 * @param p50Ms median milliseconds from trigger to commit
 */
record Timing(int decisions, double seconds, double p50Ms, double p99Ms) {
    static Timing of(double seconds, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(nanos.length, seconds, percentile(sorted, 0.50), percentile(sorted, 0.99));
    }

    double perSecond() {
        return decisions / seconds;
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
