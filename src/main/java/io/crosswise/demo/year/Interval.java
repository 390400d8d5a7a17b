package io.crosswise.demo.year;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A figure with the range in which 95 % of resamples lie: the percentile bootstrap of Efron (1979), over customers.
 *
 * @param value not finite where there is nothing to divide by
 * @param low NaN where there is nothing to resample
 */
record Interval(double value, double low, double high) {
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20261125;

    /** Σ numerator / Σ denominator, customers drawn with replacement; one entry per customer. */
    static Interval ofRatio(double[] numerator, double[] denominator) {
        SplittableRandom luck = new SplittableRandom(SEED);
        double[] resamples = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double above = 0;
            double below = 0;
            for (int j = 0; j < numerator.length; j++) {
                int drawn = luck.nextInt(numerator.length);
                above += numerator[drawn];
                below += denominator[drawn];
            }
            resamples[i] = above / below;
        }
        Arrays.sort(resamples);
        return new Interval(
                Arrays.stream(numerator).sum() / Arrays.stream(denominator).sum(),
                resamples[(int) (0.025 * RESAMPLES)],
                resamples[(int) (0.975 * RESAMPLES) - 1]);
    }

    static Interval ofMean(double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        return ofRatio(values, ones);
    }

    /** @param format of one number, for example {@code %.2f} */
    String text(String format, double times) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String numbers = format + " (" + format + " to " + format + ")";
        return String.format(Locale.ROOT, numbers, times * value, times * low, times * high);
    }
}
