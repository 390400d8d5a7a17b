package io.crosswise.learning;

import io.crosswise.shared.StableHash;

/** Draws groups with replacement, without luck. */
final class Resampling {
    private Resampling() {}

    /** How often each row is in the replicate: Poisson(1) draws per group, as the bootstrap for large samples. */
    static int[] counts(int[] groups, int seed, int replicate) {
        int[] counts = new int[groups.length];
        long salt = StableHash.bucket("replicate-" + seed, Integer.toString(replicate), Integer.MAX_VALUE);
        for (int row = 0; row < groups.length; row++) {
            counts[row] = poisson(uniform(salt * 0x9E3779B97F4A7C15L + groups[row]));
        }
        return counts;
    }

    /** SplitMix64 (Steele, Lea and Flood 2014). */
    private static double uniform(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static int poisson(double chance) {
        double probability = Math.exp(-1);
        double sum = probability;
        int count = 0;
        while (chance > sum && count < 20) {
            probability /= ++count;
            sum += probability;
        }
        return count;
    }
}
