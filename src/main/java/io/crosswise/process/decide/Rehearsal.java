package io.crosswise.process.decide;

import io.crosswise.decision.Decision;
import java.io.Serializable;

/** Takes the record of a run that must not write it. */
public final class Rehearsal implements Serializable {
    private Decision decision;

    void take(Decision made) {
        decision = made;
    }

    /** @throws IllegalStateException when the run ended without a decision */
    Decision decision() {
        if (decision == null) {
            throw new IllegalStateException("The process ended without a decision");
        }
        return decision;
    }
}
