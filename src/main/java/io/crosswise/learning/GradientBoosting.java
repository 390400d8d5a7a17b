package io.crosswise.learning;

/** A library that grows boosted trees for a yes-or-no label. */
public interface GradientBoosting {
    /** Trees grown on all rows; the same set and settings give the same trees, bit for bit on one machine. Close them after use. */
    BoostedTrees grow(TrainingSet set, TrainingSettings settings);

    /** Grown trees. */
    interface BoostedTrees extends AutoCloseable {
        /** P(label = 1) per row; NaN is missing. */
        double[] probabilities(double[][] rows);

        /**
         * The trees as a PMML 4.4 file that names version, market and features in its header and holds the given records as
         * {@code ModelVerification}.
         */
        byte[] toPmml(TrainingSet set, TrainingSettings settings, double[][] verification);

        @Override
        void close();
    }
}
