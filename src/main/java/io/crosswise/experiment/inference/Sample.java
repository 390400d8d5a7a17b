package io.crosswise.experiment.inference;

/**
 * The sums of one arm, all that the statistics need.
 *
 * @param units that were counted
 * @param sum of their values
 * @param squares sum of the squared values
 */
public record Sample(long units, double sum, double squares) {
    public static final Sample NONE = new Sample(0, 0, 0);

    /** Of yes or no. */
    public static Sample of(long units, long successes) {
        return new Sample(units, successes, successes);
    }

    public Sample plus(Sample other) {
        return new Sample(units + other.units, sum + other.sum, squares + other.squares);
    }

    /** 0 without units. */
    public double mean() {
        return units == 0 ? 0 : sum / units;
    }

    /** Of the values, not of their mean. */
    double variance() {
        return units == 0 ? 0 : Math.max(0, squares / units - mean() * mean());
    }
}
