package io.crosswise.policy;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.io.Serializable;
import java.time.Instant;

/**
 * An offer that waits for a contact window to open.
 *
 * @param decision that would have made it
 * @param since when the first decision of its trigger was made
 * @param until when its window opens
 * @param expectedValue euros over the horizon; null when only the window is known, not the offer
 */
public record WaitingOffer(DecisionId decision, Instant since, Instant until, Money expectedValue) implements Serializable {
    /** Whether this one speaks before the other when both may: the one worth more, then the one that has waited longer. */
    boolean goesBefore(WaitingOffer other) {
        int byValue = value().compareTo(other.value());
        return byValue == 0 ? decision.value().compareTo(other.decision.value()) < 0 : byValue > 0;
    }

    private Money value() {
        return expectedValue == null ? Money.ZERO : expectedValue;
    }
}
