package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Loss;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Optional;

/** Why an allowed candidate stands where it does in the ranking; the record holds the name as its code. */
public enum RankReason {
    HIGHEST_VALUE,
    /** Others are worth more; levers and context put it first. */
    HIGHEST_SCORE,
    /** It is new, and the draw for it put it first. */
    EXPLORED,
    /** An experiment said which offer goes first. */
    EXPERIMENT_PREFERS,
    LOWER_VALUE,
    /** It is worth more than the offer made, and something else was put first. */
    LOWER_SCORE;

    /** What an experiment did to it, before anything else a rule said, before what it takes from services held. */
    static Optional<Reason> note(Candidate candidate) {
        return candidate.notes().stream()
                .filter(note -> note.stage() == Stage.EXPERIMENT)
                .findFirst()
                .or(() -> candidate.notes().stream().findFirst())
                .or(() -> candidate.losses().stream().map(Loss::reason).findFirst());
    }

    /** An offer that an experiment or a draw put first, or that factors raised, need not be the most valuable one. */
    static RankReason whySelected(Candidate winner, Arbitration arbitration) {
        if (isPreferred(winner)) {
            return EXPERIMENT_PREFERS;
        } else if (arbitration == null) {
            return HIGHEST_VALUE;
        } else if (arbitration.exploration() != null && arbitration.exploration().explored(winner.offer())) {
            return EXPLORED;
        }
        return arbitration.ranked().stream()
                        .filter(Candidate::isAllowed)
                        .anyMatch(other -> other.expectedValue().compareTo(winner.expectedValue()) > 0)
                ? HIGHEST_SCORE
                : HIGHEST_VALUE;
    }

    /** What is worth more than the offer made lost to an experiment, or to what made the score. */
    static RankReason whyOutranked(Candidate candidate, Optional<Candidate> selected) {
        if (selected.isEmpty() || candidate.expectedValue().compareTo(selected.get().expectedValue()) <= 0) {
            return LOWER_VALUE;
        }
        return isPreferred(selected.get()) ? EXPERIMENT_PREFERS : LOWER_SCORE;
    }

    private static boolean isPreferred(Candidate winner) {
        return winner.notes().stream().anyMatch(note -> note.code().equals(ApplyArms.PREFERRED));
    }
}
