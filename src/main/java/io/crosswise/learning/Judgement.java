package io.crosswise.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of how well probabilities agree with what happened. */
final class Judgement {
    private Judgement() {}

    /**
     * Area under the ROC curve as the Mann–Whitney statistic: the probability that a random positive scores above a random
     * negative, ties counting half. NaN when one class is empty.
     */
    static double auc(double[] scores, boolean[] labels) {
        int[] order = descending(scores);
        double above = 0;
        long positives = 0;
        long negatives = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(scores, order, start);
            int tiedPositives = positives(labels, order, start, end);
            int tiedNegatives = end - start - tiedPositives;
            above += tiedNegatives * (positives + tiedPositives / 2.0);
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }
        return above / positives / negatives;
    }

    /** Share of positives among the given share of rows with the highest scores; a tie at the cut counts in proportion. */
    static double precisionAtTop(double share, double[] scores, boolean[] labels) {
        int[] order = descending(scores);
        int taken = (int) Math.ceil(share * scores.length);
        double found = 0;
        for (int start = 0; start < taken; ) {
            int end = endOfTie(scores, order, start);
            double part = Math.min(1, (taken - start) / (double) (end - start));
            found += part * positives(labels, order, start, end);
            start = end;
        }
        return found / taken;
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

    private static int[] descending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }

    private static int positives(boolean[] labels, int[] order, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += labels[order[i]] ? 1 : 0;
        }
        return count;
    }
}
