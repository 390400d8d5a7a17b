package io.crosswise.learning;

/**
 * A column of numbers a model learns from: a feature (NaN when missing), or the indicator of one value of a categorical
 * feature (1 when the feature has that value, else 0). That a categorical feature is missing is a value like the others.
 *
 * @param name of the feature, which is the field of the model file
 * @param category value that is indicated; null when the feature is a number
 */
public record Column(String name, String category) {
    /** The value of a categorical feature that is missing. */
    public static final String MISSING = "(missing)";

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
