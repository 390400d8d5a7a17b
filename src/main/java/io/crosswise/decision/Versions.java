package io.crosswise.decision;

import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.scoring.ShadowScore;
import java.util.List;

/** Which versions of diagram, tables, rule files and models judge when a decision is run again. */
public sealed interface Versions {
    /** Those in force now. */
    static Versions current() {
        return new Current();
    }

    /** Exactly those the record names: for the same input they give the same record. */
    static Versions of(Decision decision) {
        return new Named(decision.rules(), decision.models(), decision.shadowScores(), false);
    }

    /**
     * Those the record names, and those in force now for what it does not name: an input with something changed may meet a table
     * or a model the stored one did not come to.
     */
    static Versions ofElseCurrent(Decision decision) {
        return new Named(decision.rules(), decision.models(), decision.shadowScores(), true);
    }

    record Current() implements Versions {}

    /**
     * @param rules diagram, tables and rule files
     * @param shadows challengers that were asked and not heeded
     * @param elseCurrent whether a model that is not named is asked in the version in force; a table that is not named always is
     */
    record Named(List<Fingerprint> rules, List<Fingerprint> models, List<ShadowScore> shadows, boolean elseCurrent)
            implements Versions {}
}
