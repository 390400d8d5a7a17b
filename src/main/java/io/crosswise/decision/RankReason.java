package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Optional;

/** Why an allowed candidate stands where it does in the ranking. */
final class RankReason {
    private RankReason() {}

    /** What an experiment did to it, before anything else a rule said. */
    static Optional<Reason> note(Candidate candidate) {
        return candidate.notes().stream()
                .filter(note -> note.stage() == Stage.EXPERIMENT)
                .findFirst()
                .or(() -> candidate.notes().stream().findFirst());
    }

    /** An offer that an experiment put first need not be the most valuable one. */
    static String code(Candidate candidate, boolean won, Optional<Candidate> selected) {
        boolean preferred = selected.stream()
                .flatMap(winner -> winner.notes().stream())
                .anyMatch(note -> note.code().equals(ApplyArms.PREFERRED));
        if (won) {
            return preferred ? ApplyArms.PREFERRED : "HIGHEST_VALUE";
        }
        return preferred && candidate.expectedValue().compareTo(selected.get().expectedValue()) > 0
                ? ApplyArms.PREFERRED
                : "LOWER_VALUE";
    }
}
