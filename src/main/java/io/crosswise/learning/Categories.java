package io.crosswise.learning;

import java.util.Arrays;

/** Turns the indicators of a categorical feature back into its values. */
final class Categories {
    /** Stands for every value without an indicator of its own. */
    static final String OTHER = "(another)";

    private Categories() {}

    /** The value of each row; null is missing. @param columns places of the feature's indicators */
    static String[] of(TrainingSet set, int[] columns) {
        String[] values = new String[set.rows().length];
        Arrays.fill(values, OTHER);
        for (int row = 0; row < values.length; row++) {
            for (int column : columns) {
                if (set.rows()[row][column] == 1) {
                    String category = set.columns().get(column).category();
                    values[row] = category.equals(Column.MISSING) ? null : category;
                }
            }
        }
        return values;
    }
}
