package io.crosswise.scoring.pmml;

/** Where a walk through a tree goes on: at a test, or at its end. */
sealed interface Way {
    /** @param value NaN for no answer */
    record Leaf(double value) implements Way {}

    /** Goes on as {@code less} when the number is below the threshold, as {@code notLess} when it is not, else as {@code unknown}. */
    record Test(int slot, double threshold, Way less, Way notLess, Way unknown) implements Way {}

    /**
     * A test that leaves out what the way itself already answers: a second test of the same number on the same side of the
     * threshold.
     */
    static Way test(int slot, double threshold, Way less, Way notLess, Way unknown) {
        Way below = less;
        while (below instanceof Test test && test.slot == slot && test.threshold >= threshold) {
            below = test.less;
        }
        Way above = notLess;
        while (above instanceof Test test && test.slot == slot && test.threshold <= threshold) {
            above = test.notLess;
        }
        Way missing = unknown;
        while (missing instanceof Test test && test.slot == slot) {
            missing = test.unknown;
        }
        return below == above && above == missing ? below : new Test(slot, threshold, below, above, missing);
    }
}
