package io.crosswise.learning;

import io.crosswise.shared.StableHash;
import java.util.List;
import java.util.stream.IntStream;

/** Customers made by a formula: tenure and usage drive the purchase, colour is noise, one value in ten is missing. */
public final class SyntheticMarket {
    private static final List<String> FEATURES = List.of("arpu", "colour", "tenure", "usage");

    private SyntheticMarket() {}

    public static TrainingSet customers(String salt, int count) {
        double[][] rows = new double[count][];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            String key = Integer.toString(i);
            double tenure = 120 * StableHash.uniform(salt + "tenure", key);
            double usage = StableHash.uniform(salt + "usage", key);
            double arpu = 10 + 60 * StableHash.uniform(salt + "arpu", key);
            double colour = StableHash.bucket(salt + "colour", key, 7);
            double logit = -3 + 4 * usage - 0.02 * tenure + (arpu > 40 && usage > 0.5 ? 1 : 0);
            labels[i] = StableHash.uniform(salt + "label", key) < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
            rows[i] = new double[] {arpu, colour, tenure, usage};
            for (int column = 0; column < 4; column++) {
                if (StableHash.bucket(salt + "gap" + column, key, 10) == 0) {
                    rows[i][column] = Double.NaN;
                }
            }
        }
        int[] customers = IntStream.range(0, count).toArray();
        List<Column> columns = FEATURES.stream().map(Column::numeric).toList();
        return TrainingSet.of("propensity-tv", Objective.PROBABILITY, columns, rows, labels, customers, "ab12");
    }
}
