package io.crosswise.outcome;

import io.crosswise.shared.DecisionId;
import java.time.Instant;

/** Tells whoever presents an offer that the customer has answered. */
public interface AnswerOffer {
    /**
     * A collision with somebody moving the offer on at the same moment is thrown as Spring's
     * {@code ConcurrencyFailureException}; the caller then tries its whole transaction again.
     *
     * @param answer one that settles the offer
     * @return false when nobody waits for an answer to this decision; then nothing changed
     */
    boolean answer(DecisionId decision, ResponseType answer, Instant at);
}
