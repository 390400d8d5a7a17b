package io.crosswise.learning;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders rows by score. */
final class Ranking {
    private Ranking() {}

    /** Rows from the lowest score to the highest, ties in the order of the rows. */
    static int[] ascending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Rows from the highest score to the lowest, ties in the order of the rows. */
    static int[] descending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * How much of each row is taken when a share of all is taken from the top: 1 above the cut, 0 below it, and of a tie at
     * the cut the same part of each.
     */
    static double[] taken(double share, double[] scores) {
        int[] order = descending(scores);
        int wanted = (int) Math.ceil(share * scores.length);
        double[] taken = new double[scores.length];
        for (int start = 0; start < wanted; ) {
            int end = endOfTie(scores, order, start);
            double part = Math.min(1, (wanted - start) / (double) (end - start));
            for (int i = start; i < end; i++) {
                taken[order[i]] = part;
            }
            start = end;
        }
        return taken;
    }

    /** Mid-ranks from 1, ties sharing their mean rank. */
    static double[] midRanks(double[] values) {
        int[] order = ascending(values);
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = endOfTie(values, order, start);
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    private static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }
}
