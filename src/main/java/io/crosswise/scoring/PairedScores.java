package io.crosswise.scoring;

import io.crosswise.scoring.Comparison.Difference;
import io.crosswise.scoring.Comparison.Measured;
import io.crosswise.scoring.Comparison.Shadow;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What two versions said of the same offers, and what came of each. The areas under the curves are compared as in DeLong, DeLong and
 * Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves", Biometrics 44 (1988),
 * computed by mid-ranks as in Sun and Xu, IEEE Signal Processing Letters 21 (2014).
 */
public record PairedScores(double[] champion, double[] challenger, boolean[] converted) {
    private static final double SMALLEST = 1e-15;

    /** Null unless some offers were accepted and some were not. */
    Shadow compare() {
        int positives = 0;
        for (boolean yes : converted) {
            positives += yes ? 1 : 0;
        }
        if (positives < 2 || converted.length - positives < 2) {
            return null;
        }
        return new Shadow(converted.length, positives, auc(positives), logLoss());
    }

    private Measured auc(int positives) {
        double[][] first = components(champion, positives);
        double[][] second = components(challenger, positives);
        double[] gains = difference(second[0], first[0]);
        double[] losses = difference(second[1], first[1]);
        double value = mean(gains);
        double error = Math.sqrt(variance(gains) / gains.length + variance(losses) / losses.length);
        return measured(mean(first[0]), mean(second[0]), value, error, "DeLong et al. 1988, paired");
    }

    /** How often each accepted offer was ranked above a refused one, and each refused one below an accepted one. */
    private double[][] components(double[] scores, int positives) {
        int negatives = scores.length - positives;
        double[] all = midRanks(scores);
        double[] ofPositives = midRanks(select(scores, true, positives));
        double[] ofNegatives = midRanks(select(scores, false, negatives));
        double[] above = new double[positives];
        double[] below = new double[negatives];
        int p = 0;
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (converted[i]) {
                above[p] = (all[i] - ofPositives[p]) / negatives;
                p++;
            } else {
                below[n] = 1 - (all[i] - ofNegatives[n]) / positives;
                n++;
            }
        }
        return new double[][] {above, below};
    }

    private double[] select(double[] scores, boolean wanted, int count) {
        double[] selected = new double[count];
        int next = 0;
        for (int i = 0; i < scores.length; i++) {
            if (converted[i] == wanted) {
                selected[next++] = scores[i];
            }
        }
        return selected;
    }

    /** Ranks from 1; equal scores share the middle of theirs. */
    private static double[] midRanks(double[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double[] ranks = new double[scores.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private Measured logLoss() {
        double[] first = losses(champion);
        double[] second = losses(challenger);
        double[] difference = difference(second, first);
        double error = Math.sqrt(variance(difference) / difference.length);
        return measured(mean(first), mean(second), mean(difference), error, "mean of paired differences, normal interval");
    }

    private double[] losses(double[] scores) {
        double[] losses = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double probability = converted[i] ? scores[i] : 1 - scores[i];
            losses[i] = -Math.log(Math.min(1 - SMALLEST, Math.max(SMALLEST, probability)));
        }
        return losses;
    }

    private static Measured measured(double champion, double challenger, double value, double error, String method) {
        double half = ConversionDifference.Z * error;
        return new Measured(champion, challenger, Difference.of(value, value - half, value + half, method));
    }

    private static double[] difference(double[] of, double[] minus) {
        double[] difference = new double[of.length];
        Arrays.setAll(difference, i -> of[i] - minus[i]);
        return difference;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
    }
}
