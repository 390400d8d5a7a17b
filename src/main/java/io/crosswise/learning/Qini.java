package io.crosswise.learning;

import io.crosswise.learning.Curves.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well scores find the customers whom an offer changes (Radcliffe 2007). The curve counts, for the customers taken from the
 * top, the purchases of the treated minus those of the controls scaled to as many; the coefficient is the area between it and
 * the straight line of a random order, per treated customer.
 */
final class Qini {
    private static final int STEPS = 20;
    private static final int REPLICATES = 200;

    private final double[] scores;
    private final boolean[] treated;
    private final double[] target;
    private final int[] order;

    private Qini(double[] scores, boolean[] treated, double[] target) {
        this.scores = scores;
        this.treated = treated;
        this.target = target;
        this.order = Ranking.descending(scores);
    }

    static Qini of(double[] scores, boolean[] treated, double[] target) {
        return new Qini(scores, treated, target);
    }

    /** Between about −0.5 and 0.5 incremental purchases per treated customer; 0 for a random order. */
    double coefficient() {
        int[] once = new int[scores.length];
        Arrays.fill(once, 1);
        return coefficient(once);
    }

    /**
     * 95 % interval of the coefficient by drawing groups with replacement (Efron 1979), always the same for the same seed.
     *
     * @param groups one per row
     */
    double[] interval(int[] groups, int seed) {
        double[] areas = new double[REPLICATES];
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            areas[replicate] = coefficient(Resampling.counts(groups, seed, replicate));
        }
        Arrays.sort(areas);
        return new double[] {areas[(int) (0.025 * REPLICATES)], areas[(int) (0.975 * REPLICATES) - 1]};
    }

    /** Incremental purchases per treated customer when 0, 5, … 100 % are taken from the top. */
    List<Point> curve() {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double share = step / (double) STEPS;
            points.add(new Point(share, step == 0 ? 0 : incremental(Ranking.taken(share, scores))));
        }
        return points;
    }

    /** Rate of purchases of the treated minus that of the controls among the given share with the highest scores; NaN without either. */
    double upliftAtTop(double share) {
        double[] sums = sums(Ranking.taken(share, scores));
        return sums[0] / sums[1] - sums[2] / sums[3];
    }

    private double incremental(double[] taken) {
        double[] sums = sums(taken);
        double allTreated = 0;
        for (boolean one : treated) {
            allTreated += one ? 1 : 0;
        }
        double scaled = sums[3] == 0 ? 0 : sums[2] * sums[1] / sums[3];
        return (sums[0] - scaled) / allTreated;
    }

    /** Purchases and customers of the treated, then of the controls. */
    private double[] sums(double[] taken) {
        double[] sums = new double[4];
        for (int row = 0; row < taken.length; row++) {
            int side = treated[row] ? 0 : 2;
            sums[side] += taken[row] * target[row];
            sums[side + 1] += taken[row];
        }
        return sums;
    }

    /** Trapezoids over the ties of equal score; counts say how often each row was drawn. */
    double coefficient(int[] counts) {
        double total = 0;
        double allTreated = 0;
        for (int row = 0; row < counts.length; row++) {
            total += counts[row];
            allTreated += treated[row] ? counts[row] : 0;
        }
        double[] sums = new double[4];
        double area = 0;
        double last = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            double width = 0;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                int row = order[end++];
                int side = treated[row] ? 0 : 2;
                sums[side] += counts[row] * target[row];
                sums[side + 1] += counts[row];
                width += counts[row];
            }
            double height = (sums[0] - (sums[3] == 0 ? 0 : sums[2] * sums[1] / sums[3])) / allTreated;
            area += width / total * (last + height) / 2;
            last = height;
            start = end;
        }
        return area - last / 2;
    }
}
