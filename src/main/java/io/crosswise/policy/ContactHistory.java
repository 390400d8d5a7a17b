package io.crosswise.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.DecisionId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How we spoke to a customer lately and what waits to be said; every window is counted from here, so that the same history gives
 * the same answer.
 *
 * @param touches of the last {@link #REACH}, newest first
 * @param lastRefusal when the customer last declined an offer, null never
 * @param waiting offers of this customer that wait for a window
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactHistory(List<PastTouch> touches, Instant lastRefusal, List<WaitingOffer> waiting) implements Serializable {
    /** How far back touches are known: a whole quarter, so no window may be longer. */
    public static final Duration REACH = Duration.ofDays(92);

    /** A wait whose window opened longer ago is stuck and goes before nobody. */
    private static final Duration TAKEN_UP_WITHIN = Duration.ofDays(1);

    public static final ContactHistory NONE = new ContactHistory(List.of(), null, List.of());

    public ContactHistory {
        touches = touches == null ? List.of() : List.copyOf(touches);
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
    }

    /** Since when the offer of a decision has waited, or now when it does not wait. */
    public Instant waitingSince(DecisionId decision, Instant now) {
        return waiting.stream()
                .filter(offer -> offer.decision().equals(decision))
                .findFirst()
                .map(WaitingOffer::since)
                .orElse(now);
    }

    /** The other offer that has waited for a window open since today and goes before this one, if any. */
    public Optional<WaitingOffer> goingBefore(DecisionId decision, Instant now) {
        Optional<WaitingOffer> own = waiting.stream().filter(offer -> offer.decision().equals(decision)).findFirst();
        return own.flatMap(mine -> waiting.stream()
                .filter(offer -> !offer.until().isAfter(now) && offer.until().isAfter(now.minus(TAKEN_UP_WITHIN)))
                .filter(offer -> offer.goesBefore(mine))
                .findFirst());
    }
}
