package io.crosswise.learning;

import io.crosswise.learning.Curves.Group;
import io.crosswise.learning.Curves.Point;
import java.util.ArrayList;
import java.util.List;

/** Measures of how well probabilities agree with what happened. */
final class Judgement {
    private static final int GROUPS = 10;
    private static final int STEPS = 20;

    private Judgement() {}

    /**
     * Area under the ROC curve as the Mann–Whitney statistic: the probability that a random positive scores above a random
     * negative, ties counting half. NaN when one answer is missing.
     */
    static double auc(double[] scores, boolean[] labels) {
        return AreaUnderCurve.of(scores, labels, null).auc();
    }

    /**
     * Area under the precision–recall curve as average precision: precision at every score, weighted by the recall it adds
     * (Davis and Goadrich 2006 on why not to interpolate).
     */
    static double averagePrecision(double[] scores, boolean[] labels) {
        int[] order = Ranking.descending(scores);
        double positives = 0;
        double sum = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            int found = 0;
            while (end < order.length && scores[order[end]] == scores[order[start]]) {
                found += labels[order[end++]] ? 1 : 0;
            }
            positives += found;
            sum += found * positives / end;
            start = end;
        }
        return sum / positives;
    }

    /** Share of positives among the given share of rows with the highest scores; a tie at the cut counts in proportion. */
    static double precisionAtTop(double share, double[] scores, boolean[] labels) {
        double[] taken = Ranking.taken(share, scores);
        double found = 0;
        double rows = 0;
        for (int row = 0; row < taken.length; row++) {
            found += labels[row] ? taken[row] : 0;
            rows += taken[row];
        }
        return found / rows;
    }

    /** Mean negative log-likelihood; probabilities of exactly 0 or 1 are taken as 1e-15 away from them. */
    static double logLoss(double[] probabilities, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double p = Math.min(1 - 1e-15, Math.max(1e-15, probabilities[i]));
            sum -= Math.log(labels[i] ? p : 1 - p);
        }
        return sum / labels.length;
    }

    /** Mean squared distance of probability and answer (Brier 1950). */
    static double brier(double[] probabilities, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double distance = probabilities[i] - (labels[i] ? 1 : 0);
            sum += distance * distance;
        }
        return sum / labels.length;
    }

    /** Ten groups of equal size from the lowest score to the highest; fewer when there are fewer rows. */
    static List<Group> groups(double[] scores, double[] target) {
        int[] order = Ranking.ascending(scores);
        int count = Math.min(GROUPS, order.length);
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            int from = (int) ((long) group * order.length / count);
            int to = (int) ((long) (group + 1) * order.length / count);
            double predicted = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                predicted += scores[order[i]];
                observed += target[order[i]];
            }
            groups.add(new Group(predicted / (to - from), observed / (to - from), to - from));
        }
        return groups;
    }

    /** Share of all positives found when 0, 5, … 100 % of the rows are taken from the top. */
    static List<Point> gains(double[] scores, boolean[] labels) {
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
        double baseRate = baseRate(labels);
        for (int step = 1; step <= STEPS; step++) {
            double share = step / (double) STEPS;
            double part = Math.ceil(share * labels.length) / labels.length;
            points.add(new Point(share, Math.min(1, precisionAtTop(share, scores, labels) * part / baseRate)));
        }
        return points;
    }

    /** Rate of positives over the rate of all when 5, 10, … 100 % of the rows are taken from the top. */
    static List<Point> lift(double[] scores, boolean[] labels) {
        List<Point> points = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            double share = step / (double) STEPS;
            points.add(new Point(share, precisionAtTop(share, scores, labels) / baseRate(labels)));
        }
        return points;
    }

    static double baseRate(boolean[] labels) {
        int positives = 0;
        for (boolean label : labels) {
            positives += label ? 1 : 0;
        }
        return (double) positives / labels.length;
    }
}
