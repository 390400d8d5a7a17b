package io.crosswise.scoring.pmml;

/** A PMML model, or a part of one, as plain arithmetic on a {@link FlatRow}; NaN is a missing answer. */
sealed interface Formula permits Formula.Additive, Calculated, Link, Rounded {
    double value(double[] row);

    /** A formula that is a sum over features or trees, so that it can be taken apart exactly. */
    sealed interface Additive extends Formula permits TreeSum, LinearSum {
        /** The same sum in double precision, without the rounding of 32-bit steps. */
        double exact(double[] row);

        /**
         * Adds the Shapley values of {@code row} against one background row, times a weight; they sum to the weighted difference of
         * {@link #exact} between the two.
         */
        void share(double[] row, double[] background, double weight, Shares shares);
    }
}
