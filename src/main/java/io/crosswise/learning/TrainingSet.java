package io.crosswise.learning;

import java.util.List;

/**
 * What a model learns from: past customers as they were when they were contacted, or not, and what they did then.
 *
 * @param model name the model will carry
 * @param features names, one per column
 * @param rows one per customer, a column per feature; NaN is missing
 * @param labels one per row: bought, or left
 * @param customers one per row: rows with the same number tell of one customer and are never split between training and judging
 * @param marketSha256 fingerprint of the data the rows were drawn from, hexadecimal
 */
public record TrainingSet(
        String model,
        List<String> features,
        double[][] rows,
        boolean[] labels,
        int[] customers,
        String marketSha256) {

    /** @throws IllegalArgumentException when rows, labels and features do not fit together, or a value is infinite */
    public TrainingSet {
        features = List.copyOf(features);
        if (rows.length != labels.length || rows.length != customers.length) {
            throw new IllegalArgumentException(model + ": " + rows.length + " rows, " + labels.length + " labels and "
                    + customers.length + " customers do not fit together");
        }
        for (double[] row : rows) {
            if (row.length != features.size()) {
                throw new IllegalArgumentException(
                        model + ": a row has " + row.length + " values for " + features.size() + " features");
            }
            for (double value : row) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException(model + ": a value is infinite");
                }
            }
        }
    }

    public int positives() {
        int positives = 0;
        for (boolean label : labels) {
            positives += label ? 1 : 0;
        }
        return positives;
    }

    /** The rows at the given places, in that order. */
    TrainingSet at(int[] places) {
        double[][] someRows = new double[places.length][];
        boolean[] someLabels = new boolean[places.length];
        int[] someCustomers = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            someRows[i] = rows[places[i]];
            someLabels[i] = labels[places[i]];
            someCustomers[i] = customers[places[i]];
        }
        return new TrainingSet(model, features, someRows, someLabels, someCustomers, marketSha256);
    }
}
