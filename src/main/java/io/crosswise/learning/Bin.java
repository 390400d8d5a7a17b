package io.crosswise.learning;

/**
 * A range of a feature's or score's values and how many of the training's customers were in it: the reference for drift.
 *
 * @param from lower end, included; null when open
 * @param to upper end, not included; null when open
 * @param category value of a categorical feature, or {@code missing}; null for a range
 * @param share of the rows, [0,1]
 */
public record Bin(Double from, Double to, String category, double share) {
    public static final String MISSING = "missing";
}
