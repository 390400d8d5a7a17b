package io.crosswise.experiment;

import java.util.List;

/** What became of a wish to change an experiment. */
public sealed interface ExperimentChange {

    record Changed(StoredExperiment experiment) implements ExperimentChange {}

    /** @param code stable, {@code SCREAMING_CASE} @param objections sentences that say what to change */
    record Refused(String code, List<String> objections) implements ExperimentChange {}

    static ExperimentChange refused(String code, String objection) {
        return new Refused(code, List.of(objection));
    }
}
