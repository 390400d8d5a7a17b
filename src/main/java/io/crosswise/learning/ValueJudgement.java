package io.crosswise.learning;

import io.crosswise.learning.Curves.Group;
import java.util.Arrays;
import java.util.List;

/** Measures of how well values agree with what happened. */
final class ValueJudgement {
    private static final int REPLICATES = 200;

    private final double[] predicted;
    private final double[] observed;

    ValueJudgement(double[] predicted, double[] observed) {
        this.predicted = predicted;
        this.observed = observed;
    }

    /** Share of the variance that is explained: 1 − Σ(y−ŷ)² / Σ(y−ȳ)²; below 0 when the mean would do better. */
    double r2() {
        int[] once = new int[observed.length];
        Arrays.fill(once, 1);
        return r2(once);
    }

    /** 95 % interval of R² by drawing groups with replacement (Efron 1979). */
    double[] interval(int[] groups, int seed) {
        double[] values = new double[REPLICATES];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            values[replicate] = r2(Resampling.counts(groups, seed, replicate));
        }
        Arrays.sort(values);
        return new double[] {values[(int) (0.025 * REPLICATES)], values[(int) (0.975 * REPLICATES) - 1]};
    }

    double rootMeanSquaredError() {
        double sum = 0;
        for (int row = 0; row < observed.length; row++) {
            sum += (observed[row] - predicted[row]) * (observed[row] - predicted[row]);
        }
        return Math.sqrt(sum / observed.length);
    }

    double meanAbsoluteError() {
        double sum = 0;
        for (int row = 0; row < observed.length; row++) {
            sum += Math.abs(observed[row] - predicted[row]);
        }
        return sum / observed.length;
    }

    /** Mean distance of predicted and observed mean over the deciles of the prediction, in units of the target. */
    static double decileError(List<Group> deciles) {
        return deciles.stream().mapToDouble(group -> Math.abs(group.predicted() - group.observed())).average().orElse(Double.NaN);
    }

    double r2(int[] counts) {
        double n = 0;
        double sum = 0;
        for (int row = 0; row < observed.length; row++) {
            n += counts[row];
            sum += counts[row] * observed[row];
        }
        double residual = 0;
        double total = 0;
        for (int row = 0; row < observed.length; row++) {
            residual += counts[row] * Math.pow(observed[row] - predicted[row], 2);
            total += counts[row] * Math.pow(observed[row] - sum / n, 2);
        }
        return 1 - residual / total;
    }
}
