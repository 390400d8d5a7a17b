package io.crosswise.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the rows a model file proves itself with: over the whole range of scores, and with values missing. Not more than
 * needed: reading a cell back takes JAXB 0.2 ms.
 */
final class VerificationRows {
    private static final int AS_THEY_ARE = 14;
    private static final int WITH_GAPS = 7;

    private VerificationRows() {}

    /** Fourteen rows from the lowest to the highest score, every second of them again with half of its values missing, and an empty one. */
    static double[][] of(double[][] rows, double[] scores) {
        int[] order = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<double[]> chosen = new ArrayList<>();
        for (int i = 0; i < AS_THEY_ARE; i++) {
            chosen.add(rows[order[(int) ((long) i * (rows.length - 1) / (AS_THEY_ARE - 1))]]);
        }
        for (int i = 0; i < WITH_GAPS; i++) {
            double[] row = chosen.get(2 * i).clone();
            for (int column = i % 2; column < row.length; column += 2) {
                row[column] = Double.NaN;
            }
            chosen.add(row);
        }
        double[] empty = new double[rows[0].length];
        Arrays.fill(empty, Double.NaN);
        chosen.add(empty);
        return chosen.toArray(double[][]::new);
    }
}
