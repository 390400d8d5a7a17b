package io.crosswise.scoring;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.scoring.Comparison.Difference;

/**
 * The difference of two conversion rates with the hybrid score interval of Newcombe, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17 (1998), method 10: it stays within [−1,1] and holds for small counts.
 */
final class ConversionDifference {
    static final double Z = 1.959963984540054;

    private ConversionDifference() {}

    /** Challenger minus champion; null when one of them has no customer. */
    static Difference of(Arm champion, Arm challenger) {
        if (champion.customers() == 0 || challenger.customers() == 0) {
            return null;
        }
        double before = champion.rate();
        double after = challenger.rate();
        double value = after - before;
        double low = value - Math.hypot(after - wilson(challenger, -1), wilson(champion, 1) - before);
        double high = value + Math.hypot(wilson(challenger, 1) - after, before - wilson(champion, -1));
        return Difference.of(value, low, high, "Newcombe 1998, hybrid score interval");
    }

    /** A limit of Wilson's score interval; direction −1 is the lower and 1 the upper one. */
    private static double wilson(Arm arm, int direction) {
        double n = arm.customers();
        double p = arm.rate();
        double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (p + Z * Z / (2 * n) + direction * spread) / (1 + Z * Z / n);
    }
}
