package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the rows a model file proves itself with: over the whole range of scores, and with values missing. Not more than
 * needed: reading a cell back takes JAXB 0.2 ms.
 */
final class VerificationRows {
    private static final int AS_THEY_ARE = 14;
    private static final int WITH_GAPS = 7;

    private VerificationRows() {}

    /** Fourteen rows from the lowest to the highest score, every second of them again with half of its features missing, and an empty one. */
    static double[][] of(TrainingSet set, double[] scores) {
        double[][] rows = set.rows();
        int[] order = Ranking.ascending(scores);
        List<double[]> chosen = new ArrayList<>();
        for (int i = 0; i < AS_THEY_ARE; i++) {
            chosen.add(rows[order[(int) ((long) i * (rows.length - 1) / (AS_THEY_ARE - 1))]]);
        }
        List<String> features = set.features();
        for (int i = 0; i < WITH_GAPS; i++) {
            double[] row = chosen.get(2 * i).clone();
            for (int column = 0; column < row.length; column++) {
                if (features.indexOf(set.columns().get(column).name()) % 2 == i % 2) {
                    row[column] = missing(set.columns().get(column));
                }
            }
            chosen.add(row);
        }
        chosen.add(set.columns().stream().mapToDouble(VerificationRows::missing).toArray());
        return chosen.toArray(double[][]::new);
    }

    private static double missing(Column column) {
        return !column.isCategorical() ? Double.NaN : column.category().equals(Column.MISSING) ? 1 : 0;
    }
}
