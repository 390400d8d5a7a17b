package io.crosswise.decision;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decisions as they were written, for whoever runs them again. */
public interface StoredDecisions {
    Optional<StoredDecision> find(DecisionId id);

    long count(Selection selection);

    /** In the order they were made, those after a position; null is the beginning. One that cannot be read is among them and says so. */
    List<StoredDecision> next(Selection selection, Position after, int most);

    /**
     * @param record its JSON exactly as written
     * @param input null when it was erased with the customer's personal data
     * @param unreadable whether the texts are there and nobody can make a decision of them; then there is neither
     */
    record StoredDecision(Position position, String record, Decision decision, DecisionInput input, boolean unreadable) {
        public StoredDecision(Position position, String record, Decision decision, DecisionInput input) {
            this(position, record, decision, input, false);
        }

        public boolean isErased() {
            return input == null && !unreadable;
        }
    }

    /** @param decidedAt to the microsecond */
    record Position(Instant decidedAt, DecisionId id) {}

    /**
     * Null matches all.
     *
     * @param from inclusive
     * @param to exclusive
     * @param offer code of the offer made or held out
     */
    record Selection(Instant from, Instant to, Market market, Segment segment, String offer) {}
}
