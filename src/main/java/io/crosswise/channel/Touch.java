package io.crosswise.channel;

import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.util.Locale;

/**
 * One attempt to reach a customer with an offer.
 *
 * @param idempotencyKey the same whenever the same offer is sent again on the same channel; receivers remove duplicates by it
 * @param at since when it stands in its state
 * @param sentAt when it was handed over, null before
 * @param offer what it is about, null unknown
 * @param detail why it was suppressed or parked, null otherwise
 */
public record Touch(
        DecisionId decisionId,
        CustomerId customerId,
        ChannelCode channel,
        State state,
        String idempotencyKey,
        Instant at,
        Instant sentAt,
        String detail,
        MessageClass messageClass,
        OfferMade offer) {

    /** Of which nobody said what it is about: it counts as selling something. */
    public Touch(
            DecisionId decisionId,
            CustomerId customerId,
            ChannelCode channel,
            State state,
            String idempotencyKey,
            Instant at,
            Instant sentAt,
            String detail) {
        this(decisionId, customerId, channel, state, idempotencyKey, at, sentAt, detail, MessageClass.MARKETING, null);
    }

    /** Whether a message sells something. Consent, hours and caps hold for what does; what a contract needs is exempt. */
    public enum MessageClass {
        MARKETING,
        TRANSACTIONAL
    }

    public enum State {
        /** About to be sent; committed before the message leaves. */
        CLAIMED,
        SENT,
        /** It may or may not have left; a person looks at it, nobody repeats it. */
        UNCONFIRMED,
        /** It will not be sent. */
        SUPPRESSED
    }

    public static Touch claimed(DecisionId decision, CustomerId customer, ChannelCode channel, Instant at) {
        return new Touch(decision, customer, channel, State.CLAIMED, key(decision, channel), at, null, null);
    }

    public static Touch sent(DecisionId decision, CustomerId customer, ChannelCode channel, Instant at) {
        return new Touch(decision, customer, channel, State.SENT, key(decision, channel), at, at, null);
    }

    public static Touch suppressed(DecisionId decision, CustomerId customer, ChannelCode channel, Instant at, String why) {
        return new Touch(decision, customer, channel, State.SUPPRESSED, key(decision, channel), at, null, why);
    }

    /** The same touch, about this offer. */
    public Touch about(OfferMade made) {
        return new Touch(decisionId, customerId, channel, state, idempotencyKey, at, sentAt, detail, messageClass, made);
    }

    private static String key(DecisionId decision, ChannelCode channel) {
        return decision + "." + channel.name().toLowerCase(Locale.ROOT);
    }
}
