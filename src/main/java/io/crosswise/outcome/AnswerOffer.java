package io.crosswise.outcome;

import io.crosswise.shared.DecisionId;
import java.time.Instant;

/** Tells whoever presents an offer that the customer has answered. */
public interface AnswerOffer {
    /** @return false when nobody waits for an answer to this decision; then nothing changed */
    boolean answer(DecisionId decision, boolean accepted, Instant at);
}
