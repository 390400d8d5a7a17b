package io.crosswise.attribution;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Instant;
import java.util.List;

/**
 * A conversion with the touches before it.
 *
 * @param revenue euros of the first year
 * @param touches oldest first; empty when nobody spoke to the customer
 */
public record Sale(DecisionId decisionId, Instant at, Money revenue, List<PathTouch> touches) {

    /**
     * A touch, described by the decision behind it.
     *
     * @param ownOffer whether it spoke of the very offer that was accepted
     * @param segment null unknown
     */
    public record PathTouch(
            Instant sentAt, boolean ownOffer, String channel, String offer, String segment, String trigger) {

        public String key(CreditBy by) {
            String key = switch (by) {
                case CHANNEL -> channel;
                case OFFER -> offer;
                case SEGMENT -> segment;
                case TRIGGER -> trigger;
            };
            return key == null ? "UNKNOWN" : key;
        }
    }
}
