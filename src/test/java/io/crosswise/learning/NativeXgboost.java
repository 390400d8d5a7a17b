package io.crosswise.learning;

import io.crosswise.learning.xgboost.XgboostBoosting;
import org.junit.jupiter.api.Assumptions;

/** Training needs a system library that bare machines may lack; scoring does not. */
public final class NativeXgboost {
    private NativeXgboost() {}

    /** Skips the test with one line where the library cannot be loaded. */
    public static void assumeUsable() {
        try {
            new XgboostBoosting().grow(SyntheticMarket.customers("probe", 20), TrainingSettings.standard()).close();
        } catch (IllegalStateException e) {
            Assumptions.assumeFalse(e.getCause() instanceof LinkageError, e.getMessage());
            throw e;
        }
    }
}
