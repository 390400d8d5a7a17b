package io.crosswise.learning;

import io.crosswise.learning.CalibrationDrift.Slope;

/** Whether high and low predictions are as far apart as what comes true: the slope of Cox (1958) with its interval. */
final class CalibrationSlope {
    /** Answers of the rarer kind below which a slope says nothing. */
    private static final int FEWEST = 20;

    private static final double Z_95 = 1.96;
    private static final double Z_997 = 3;
    /** Slopes within a quarter of 1 harm no ranking. */
    private static final double FLATTEST = 0.8;

    private static final double STEEPEST = 1.25;

    private CalibrationSlope() {}

    /** Null when there are too few answers of either kind, or all predictions are alike. */
    static Slope of(double[] predicted, boolean[] observed) {
        int positives = 0;
        for (boolean answer : observed) {
            positives += answer ? 1 : 0;
        }
        if (Math.min(positives, observed.length - positives) < FEWEST) {
            return null;
        }
        Calibration line = LogisticFit.recalibration(predicted, observed);
        double error = standardError(predicted, line);
        if (!(error < 1)) {
            return null;
        }
        double slope = line.coefficient();
        boolean off = slope + Z_997 * error < FLATTEST || slope - Z_997 * error > STEEPEST;
        return new Slope(
                slope, slope - Z_95 * error, slope + Z_95 * error, off ? DriftLevel.WATCH : DriftLevel.STABLE);
    }

    /** From the inverse of Fisher's information at the fitted line. */
    private static double standardError(double[] predicted, Calibration line) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        for (double prediction : predicted) {
            double p = Math.min(1 - 1e-12, Math.max(1e-12, prediction));
            double logOdds = Math.log(p / (1 - p));
            double fitted = line.probability(logOdds);
            double weight = fitted * (1 - fitted);
            weights += weight;
            sum += weight * logOdds;
            squares += weight * logOdds * logOdds;
        }
        return Math.sqrt(weights / (weights * squares - sum * sum));
    }
}
