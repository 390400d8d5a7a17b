package io.crosswise.learning;

import java.util.Arrays;

/** Sets predictions against what came true: of a probability, or of a value whose residual spread the training reported. */
final class CalibrationTally {
    private static final double Z_95 = 1.96;
    /** Sum of p·(1−p) below which a count is too small for the normal approximation. */
    private static final double SMALLEST_VARIANCE = 5;

    private final ModelReport report;
    private final DriftSettings settings;
    private double[] predictions = new double[256];
    private double[] answers = new double[256];
    private int rows;

    CalibrationTally(ModelReport report, DriftSettings settings) {
        this.report = report;
        this.settings = settings;
    }

    /** Whether answers of single customers can be set against what the model says; an uplift or a cluster has none. */
    static boolean isPossible(ModelReport report) {
        return isProbability(report) || report.metric("rmse") > 0;
    }

    static boolean isProbability(ModelReport report) {
        return report.metrics().containsKey("baseRate");
    }

    void add(double predicted, double observed) {
        if (rows == answers.length) {
            predictions = Arrays.copyOf(predictions, 2 * rows);
            answers = Arrays.copyOf(answers, 2 * rows);
        }
        predictions[rows] = predicted;
        answers[rows++] = observed;
    }

    /**
     * z = (observed − predicted) / √(v · (1/n + 1/m)) with the mean variance v of an answer, p·(1 − p) for a probability, n
     * answers now and m rows the training judged itself on: its own level is no better known than that.
     */
    CalibrationDrift judge() {
        if (rows == 0) {
            return new CalibrationDrift(0, null, null, null, null, trainingMean(), null, null, null, DriftLevel.UNKNOWN);
        }
        boolean rate = isProbability(report);
        double spread = report.metric("rmse");
        double predicted = mean(predictions);
        double observed = mean(answers);
        double variance = rate ? variance() : spread * spread;
        double judgedRows = report.metric("judgedRows");
        double z = (observed - predicted) / Math.sqrt(variance * (1.0 / rows + 1 / (judgedRows > 0 ? judgedRows : rows)));
        boolean enough = rows >= settings.minOutcomes() && (!rate || variance * rows >= SMALLEST_VARIANCE);
        CalibrationDrift.Slope slope = rate && enough ? CalibrationSlope.of(predictions(), answers()) : null;
        DriftLevel level = !enough ? DriftLevel.UNKNOWN : level(Math.abs(z));
        double half = rate ? 0 : Z_95 * spread / Math.sqrt(rows);
        return new CalibrationDrift(
                rows,
                predicted,
                observed,
                rate ? wilson(observed, -1) : observed - half,
                rate ? wilson(observed, 1) : observed + half,
                trainingMean(),
                enough ? z : null,
                rate ? null : (observed - predicted) / spread,
                slope,
                slope == null ? level : DriftLevel.worst(Arrays.asList(level, slope.level())));
    }

    private DriftLevel level(double z) {
        return z >= settings.alarmZ() ? DriftLevel.ALARM : z >= settings.watchZ() ? DriftLevel.WATCH : DriftLevel.STABLE;
    }

    private Double trainingMean() {
        double mean = report.metric(isProbability(report) ? "baseRate" : "meanTarget");
        return Double.isNaN(mean) ? null : mean;
    }

    private double variance() {
        return Arrays.stream(predictions()).map(p -> p * (1 - p)).sum() / rows;
    }

    private double wilson(double rate, int side) {
        double z2 = Z_95 * Z_95 / rows;
        double half = Z_95 * Math.sqrt(rate * (1 - rate) / rows + z2 / rows / 4);
        return (rate + z2 / 2 + side * half) / (1 + z2);
    }

    private double mean(double[] values) {
        return Arrays.stream(values, 0, rows).sum() / rows;
    }

    private double[] predictions() {
        return Arrays.copyOf(predictions, rows);
    }

    private boolean[] answers() {
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = answers[row] == 1;
        }
        return labels;
    }
}
