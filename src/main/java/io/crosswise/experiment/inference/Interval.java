package io.crosswise.experiment.inference;

/** A confidence interval; infinite ends where nothing is known. */
public record Interval(double low, double high) {
    public static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** What is in both; where nothing is, the other alone. */
    Interval and(Interval other) {
        Interval both = new Interval(Math.max(low, other.low), Math.min(high, other.high));
        return both.low <= both.high ? both : other;
    }
}
