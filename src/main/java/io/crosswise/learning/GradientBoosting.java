package io.crosswise.learning;

/**
 * A way to grow a model from examples. {@link TrainModel} judges it on rows it has not seen and then grows it on all, so a
 * recipe of several steps is judged as a whole when it stands behind this interface.
 */
public interface GradientBoosting {
    /** Trees grown on all rows; the same set and settings give the same trees, bit for bit on one machine. Close them after use. */
    BoostedTrees grow(TrainingSet set, TrainingSettings settings);

    /** In words, for the report. */
    default String method() {
        return "gradient boosting";
    }

    /** Grown trees. */
    interface BoostedTrees extends AutoCloseable {
        /** Sum of the trees per row: log-odds before calibration, or the value; NaN is missing. */
        double[] margins(double[][] rows);

        /** Total gain of the splits on each column, in the order of the columns. */
        double[] gains();

        /**
         * The trees as a PMML 4.4 file that names version, data and features in its header and holds the given records as
         * {@code ModelVerification}.
         *
         * @param calibration of the log-odds; without effect on values
         */
        byte[] toPmml(TrainingSet set, TrainingSettings settings, Calibration calibration, double[][] verification);

        @Override
        void close();
    }
}
