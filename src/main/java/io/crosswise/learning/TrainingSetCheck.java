package io.crosswise.learning;

import java.util.List;
import java.util.Map;

/** Refuses a training set whose parts do not fit together, with words that say which. */
final class TrainingSetCheck {
    private TrainingSetCheck() {}

    static void check(
            String model, Objective objective, List<Column> columns, double[][] rows, double[] target, double[] weights) {
        require(columns.stream().distinct().count() == columns.size(), model, "two columns are the same");
        require(target.length == rows.length, model, rows.length + " rows and " + target.length + " targets do not fit together");
        require(
                weights == null || weights.length == rows.length,
                model,
                "there must be one weight per row");
        for (double[] row : rows) {
            require(row.length == columns.size(), model, "a row has " + row.length + " values for " + columns.size() + " columns");
            for (int i = 0; i < row.length; i++) {
                require(!Double.isInfinite(row[i]), model, "a value is infinite");
                require(
                        !columns.get(i).isCategorical() || row[i] == 0 || row[i] == 1,
                        model,
                        "an indicator of " + columns.get(i).name() + " is neither 0 nor 1");
            }
        }
        for (double value : target) {
            require(
                    objective == Objective.VALUE ? Double.isFinite(value) : value == 0 || value == 1,
                    model,
                    objective == Objective.VALUE ? "a target is no number" : "a target is neither 0 nor 1");
        }
        for (int row = 0; weights != null && row < weights.length; row++) {
            require(weights[row] > 0 && Double.isFinite(weights[row]), model, "a weight is not positive");
        }
    }

    static void lengths(
            String model, int rows, boolean[] treated, int[] groups, int[] days, Map<String, String[]> slices) {
        require(groups.length == rows, model, rows + " rows and " + groups.length + " groups do not fit together");
        require(treated == null || treated.length == rows, model, "whether treated must be known of every row");
        require(days == null || days.length == rows, model, "there must be one day per row");
        slices.forEach((name, values) -> require(values.length == rows, model, "slice " + name + " needs one value per row"));
    }

    private static void require(boolean holds, String model, String what) {
        if (!holds) {
            throw new IllegalArgumentException(model + ": " + what);
        }
    }
}
