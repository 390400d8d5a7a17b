package io.crosswise.decision;

import io.crosswise.policy.WaitingOffer;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Page;
import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The decision log and where each offer stands. */
public interface Decisions {
    /** Writes the record with all that was read for it; with an offer also its first state. */
    void record(Decision decision, DecisionInput input, OfferState state);

    Optional<DecisionWithState> find(DecisionId id);

    /** All that the first step read for a decision. */
    Optional<DecisionInput> input(DecisionId id);

    /** The decision that counts for a trigger: the one nothing has superseded. */
    Optional<DecisionWithState> findByTrigger(TriggerId id);

    /** Newest first; null filters match all; {@code from} inclusive, {@code to} exclusive. */
    Page<DecisionWithState> list(CustomerId customer, Instant from, Instant to, int page, int size);

    /** Hands out every decision about a customer. */
    default void forEachOf(CustomerId customer, Consumer<Decision> each) {
        int page = 0;
        List<DecisionWithState> found;
        do {
            found = list(customer, null, null, page++, 200).items();
            found.forEach(one -> each.accept(one.decision()));
        } while (!found.isEmpty());
    }

    /** What the customer can still answer, when an offer was last declined, and which were put off. */
    OfferHistory offerHistory(CustomerId customer);

    /** Moves an offer on; answers false and changes nothing when it stands in none of {@code from}. */
    boolean moveOn(DecisionId id, List<OfferState> from, OfferState to, Instant at);

    /** A person changed the discount before the offer was presented; euros per month. */
    void changeDiscount(DecisionId id, Money discount, String changedBy);

    /** Ends the wait of an offer for its contact window; false when it did not wait. */
    boolean stopWaiting(DecisionId id, Instant at);

    /**
     * @param discount as it stands now, euros per month; a person may have changed it
     * @param supersededBy the decision that took its place, null when none did
     */
    record DecisionWithState(Decision decision, OfferState state, Money discount, DecisionId supersededBy) {
        public DecisionWithState(Decision decision, OfferState state, Money discount) {
            this(decision, state, discount, null);
        }
    }

    /**
     * @param open decisions whose offer is open
     * @param lastRefusal null never
     * @param postponed oldest first
     * @param waiting offers that wait for a contact window
     */
    record OfferHistory(
            List<DecisionId> open, Instant lastRefusal, List<Postponement> postponed, List<WaitingOffer> waiting) {}
}
