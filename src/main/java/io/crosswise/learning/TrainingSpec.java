package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What to learn from a table, as a data scientist writes it in JSON or YAML.
 *
 * @param model name the model will carry
 * @param version the model will carry; null lets the product number it
 * @param from {@code history} for the product's own past, else null
 * @param join column that names the customer in every file
 * @param keys by file name, where a file is joined on another column than {@code join}
 * @param target what to predict
 * @param rows only rows that pass all of these are learned from
 * @param columns to learn from; empty means all but the excluded
 * @param exclude columns not to learn from
 * @param time column with the day on which the row was true ({@code yyyy-MM-dd})
 * @param group column whose equal values are never split between training and judging; null means every row alone
 * @param weight column with the weight of a row
 * @param treated column that says who was offered it, for uplift
 * @param slices by name, the column the report is cut by
 * @param fairness smallest allowed ratio of selection rates by slice name; null means the product's setting
 * @param acceptedLeaks columns that reveal the target and are wanted all the same, with the reason
 * @param settings how the trees are grown; only what differs from 100 trees of depth 3, learning rate 0.1
 */
public record TrainingSpec(
        String model,
        String version,
        String from,
        String join,
        Map<String, String> keys,
        Target target,
        List<RowFilter> rows,
        List<String> columns,
        List<String> exclude,
        String time,
        String group,
        String weight,
        Target treated,
        Map<String, SliceBy> slices,
        Map<String, Double> fairness,
        Map<String, String> acceptedLeaks,
        GrowthSettings settings) {

    public TrainingSpec {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        rows = rows == null ? List.of() : List.copyOf(rows);
        columns = columns == null ? List.of() : List.copyOf(columns);
        exclude = exclude == null ? List.of() : List.copyOf(exclude);
        slices = slices == null ? Map.of() : Map.copyOf(slices);
        acceptedLeaks = acceptedLeaks == null ? Map.of() : Map.copyOf(acceptedLeaks);
        settings = settings == null ? GrowthSettings.NONE : settings;
    }

    /** Whether the product's own past is learned from instead of a table. */
    public boolean fromHistory() {
        return "history".equals(from);
    }

    public TrainingSpec named(String otherModel, String otherVersion) {
        return new TrainingSpec(
                otherModel, otherVersion, from, join, keys, target, rows, columns, exclude, time, group, weight, treated,
                slices, fairness, acceptedLeaks, settings);
    }

    /** @param positive value that means yes; null when the column is a number to predict */
    public record Target(String column, String positive) {}

    /** @param is value the column must have @param isNot value it must not have; one of the two */
    public record RowFilter(String column, String is, String isNot) {
        boolean passes(String value) {
            return is != null ? is.equals(value) : !isNot.equals(value);
        }
    }

    /** @param bands lower ends of all bands of a number but the first; null when the values themselves cut */
    public record SliceBy(String column, List<Double> bands) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public SliceBy(@JsonProperty("column") String column, @JsonProperty("bands") List<Double> bands) {
            this.column = column;
            this.bands = bands == null ? List.of() : List.copyOf(bands);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SliceBy of(String column) {
            return new SliceBy(column, null);
        }
    }

    /** What differs from the standard; null stays standard. */
    public record GrowthSettings(
            Integer trees,
            Integer depth,
            Double learningRate,
            Double minChildWeight,
            Double lambda,
            Double subsample,
            Double columns,
            Integer seed) {
        static final GrowthSettings NONE = new GrowthSettings(null, null, null, null, null, null, null, null);

        /** @throws IllegalArgumentException when a number is out of its range */
        public TrainingSettings over(TrainingSettings standard, String version) {
            return new TrainingSettings(
                    version,
                    trees == null ? standard.trees() : trees,
                    depth == null ? standard.depth() : depth,
                    learningRate == null ? standard.learningRate() : learningRate,
                    minChildWeight == null ? standard.minChildWeight() : minChildWeight,
                    lambda == null ? standard.lambda() : lambda,
                    subsample == null ? standard.subsample() : subsample,
                    columns == null ? standard.columns() : columns,
                    seed == null ? standard.seed() : seed);
        }
    }
}
