package io.crosswise.learning;

/**
 * Platt's sigmoid (Platt 1999): P = 1 / (1 + exp(−(coefficient · log-odds + intercept))), written into the last step of the
 * model file, so that contributions on the log-odds scale stay additive.
 */
public record Calibration(double coefficient, double intercept) {
    /** Leaves log-odds as they are. */
    public static final Calibration NONE = new Calibration(1, 0);

    public double probability(double logOdds) {
        return 1 / (1 + Math.exp(-(coefficient * logOdds + intercept)));
    }
}
