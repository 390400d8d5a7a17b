package io.crosswise.channel;

import io.crosswise.channel.Touch.MessageClass;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import java.time.Instant;

/**
 * Asks once more, right before a customer is contacted, what may have changed since the decision: whether the offer still stands,
 * whether the customer still consents, and whether this is an hour to disturb somebody. Caps need no second look: while an offer is
 * open no other is made, so time can only empty their windows.
 */
public class CheckContact {
    public static final String OPTED_OUT = "OPTED_OUT";
    public static final String OFFER_CLOSED = "OFFER_CLOSED";

    private final Decisions decisions;
    private final Customers customers;
    private final ContactCalendar calendar;

    public CheckContact(Decisions decisions, Customers customers, ContactCalendar calendar) {
        this.decisions = decisions;
        this.customers = customers;
        this.calendar = calendar;
    }

    /** @param obstacle why there will be no contact, null when there may be one @param notBefore the hour to wait for, null is now */
    public record Checked(String obstacle, Instant notBefore) {
        static final Checked MAY = new Checked(null, null);
    }

    /**
     * Locks the customer first, as everybody does who touches customer and offer in one transaction.
     *
     * @throws IllegalArgumentException when the decision is unknown
     */
    public Checked check(DecisionId id, ChannelCode channel, Instant now) {
        return check(
                decisions.find(id).orElseThrow(() -> new IllegalArgumentException("Decision " + id + " is unknown")), channel, now);
    }

    /** The same for a decision read in this transaction. */
    public Checked check(DecisionWithState found, ChannelCode channel, Instant now) {
        CustomerId customer = found.decision().customerId();
        CustomerProfile profile = customers.lock(customer).orElseThrow(() -> UnknownCustomer.withId(customer));
        return found.state().isOpen()
                ? check(MessageClass.MARKETING, channel, profile, now)
                : new Checked(OFFER_CLOSED, null);
    }

    /** What is transactional may always be said: consent and hours are about selling. */
    Checked check(MessageClass message, ChannelCode channel, CustomerProfile profile, Instant now) {
        if (message == MessageClass.TRANSACTIONAL) {
            return Checked.MAY;
        }
        if (Boolean.FALSE.equals(profile.consents().get(channel))) {
            return new Checked(OPTED_OUT, null);
        }
        Instant earliest = calendar.of(profile, now).earliest(channel, now);
        return earliest.equals(now) ? Checked.MAY : new Checked(null, earliest);
    }
}
