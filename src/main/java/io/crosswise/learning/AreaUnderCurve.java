package io.crosswise.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Area under the ROC curve with its standard error (DeLong, DeLong and Clarke-Pearson 1988; mid-ranks as Sun and Xu 2014).
 * Rows of one group count as one observation (Obuchowski 1997), which with groups of one row is DeLong's formula.
 */
final class AreaUnderCurve {
    private static final double Z95 = 1.959963984540054;

    private final double auc;
    private final boolean[] labels;
    private final int[] groups;
    /** Of a positive the share of negatives below it, of a negative the share of positives above it; ties count half. */
    private final double[] placements;

    private AreaUnderCurve(double auc, boolean[] labels, int[] groups, double[] placements) {
        this.auc = auc;
        this.labels = labels;
        this.groups = groups;
        this.placements = placements;
    }

    /** @param groups one per row; null when every row is an observation of its own */
    static AreaUnderCurve of(double[] scores, boolean[] labels, int[] groups) {
        int n = scores.length;
        int positives = (int) IntStream.range(0, n).filter(row -> labels[row]).count();
        int negatives = n - positives;
        int[] order = Ranking.ascending(scores);
        double[] placements = new double[n];
        int positivesBelow = 0;
        int negativesBelow = 0;
        for (int start = 0; start < n; ) {
            int end = start;
            int tiedPositives = 0;
            while (end < n && scores[order[end]] == scores[order[start]]) {
                tiedPositives += labels[order[end++]] ? 1 : 0;
            }
            int tiedNegatives = end - start - tiedPositives;
            for (int i = start; i < end; i++) {
                placements[order[i]] = labels[order[i]]
                        ? (negativesBelow + tiedNegatives / 2.0) / negatives
                        : (positives - positivesBelow - tiedPositives / 2.0) / positives;
            }
            positivesBelow += tiedPositives;
            negativesBelow += tiedNegatives;
            start = end;
        }
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += labels[row] ? placements[row] : 0;
        }
        return new AreaUnderCurve(sum / positives, labels, groups, placements);
    }

    /** NaN when one answer is missing. */
    double auc() {
        return auc;
    }

    double low() {
        return Math.max(0, auc - Z95 * standardError());
    }

    double high() {
        return Math.min(1, auc + Z95 * standardError());
    }

    double standardError() {
        double[] deviations = new double[placements.length];
        Arrays.setAll(deviations, row -> placements[row] - auc);
        return Math.sqrt(variance(deviations));
    }

    /** How far this area is above another of the same rows, with the 95 % interval of the difference. */
    Difference minus(AreaUnderCurve other) {
        double difference = auc - other.auc;
        double[] deviations = new double[placements.length];
        Arrays.setAll(deviations, row -> placements[row] - other.placements[row] - difference);
        double margin = Z95 * Math.sqrt(variance(deviations));
        return new Difference(difference, difference - margin, difference + margin);
    }

    record Difference(double value, double low, double high) {}

    private double variance(double[] deviations) {
        Map<Integer, double[]> sums = new HashMap<>();
        int[] counts = new int[2];
        for (int row = 0; row < deviations.length; row++) {
            double[] sum = sums.computeIfAbsent(groups == null ? row : groups[row], group -> new double[4]);
            int side = labels[row] ? 0 : 1;
            sum[side] += deviations[row];
            sum[2 + side]++;
            counts[side]++;
        }
        double positive = 0;
        double negative = 0;
        double both = 0;
        int withPositives = 0;
        int withNegatives = 0;
        for (double[] sum : sums.values()) {
            positive += sum[0] * sum[0];
            negative += sum[1] * sum[1];
            both += sum[0] * sum[1];
            withPositives += sum[2] > 0 ? 1 : 0;
            withNegatives += sum[3] > 0 ? 1 : 0;
        }
        double m = counts[0];
        double n = counts[1];
        double groupCount = sums.size();
        return positive * withPositives / (withPositives - 1.0) / (m * m)
                + negative * withNegatives / (withNegatives - 1.0) / (n * n)
                + 2 * both * groupCount / (groupCount - 1) / (m * n);
    }
}
