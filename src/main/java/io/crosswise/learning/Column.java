package io.crosswise.learning;

/**
 * A column of numbers a model learns from: a feature, or the indicator of one value of a categorical feature (1 when the
 * feature has that value, 0 when it has another, NaN when it is missing; all indicators of a feature are missing together).
 *
 * @param name of the feature, which is the field of the model file
 * @param category value that is indicated; null when the feature is a number
 */
public record Column(String name, String category) {
    public static Column numeric(String name) {
        return new Column(name, null);
    }

    public boolean isCategorical() {
        return category != null;
    }

    /** For people and reports: {@code name} or {@code name=category}. */
    public String label() {
        return category == null ? name : name + "=" + category;
    }
}
