package io.crosswise.channel;

import io.crosswise.channel.CheckContact.Checked;
import io.crosswise.channel.OfferMail.HandOver;
import io.crosswise.channel.Touch.MessageClass;
import io.crosswise.channel.Touch.State;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.Customers;
import io.crosswise.customer.PersonalData;
import io.crosswise.customer.UnknownCustomer;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.Optional;

/**
 * Sends an offer, exactly once as far as the outside world allows: the touch is claimed in a commit of its own, then the message
 * leaves, then the touch is settled. Whoever finds a claim on a second attempt repeats the message only where the receiver
 * removes duplicates.
 */
public class DispatchOffer {
    private final Decisions decisions;
    private final Customers customers;
    private final Touches touches;
    private final OfferMail mail;
    private final WriteOfferLetter letters;
    private final CheckContact checkContact;
    private final Clock clock;

    public DispatchOffer(
            Decisions decisions,
            Customers customers,
            Touches touches,
            OfferMail mail,
            WriteOfferLetter letters,
            CheckContact checkContact,
            Clock clock) {
        this.decisions = decisions;
        this.customers = customers;
        this.touches = touches;
        this.mail = mail;
        this.letters = letters;
        this.checkContact = checkContact;
        this.clock = clock;
    }

    /**
     * Consent and hours are read again, so an opt-out after the decision still holds, and a job that ran late disturbs nobody.
     *
     * @throws MailNotHandedOver when the attempt may be repeated
     * @throws IllegalArgumentException when the decision is unknown or its channel has no connector
     */
    public DispatchResult dispatch(DecisionId id) {
        DecisionWithState decision = offer(id);
        if (decision.decision().channel().code() != ChannelCode.EMAIL) {
            throw new IllegalArgumentException("No connector sends " + id + " on " + decision.decision().channel().code());
        }
        Optional<Touch> earlier = touches.find(id, ChannelCode.EMAIL);
        if (earlier.isPresent() && earlier.get().state() != State.CLAIMED) {
            return DispatchResult.valueOf(earlier.get().state().name());
        }
        CustomerId customer = decision.decision().customerId();
        CustomerProfile profile = customers.find(customer).orElseThrow(() -> UnknownCustomer.withId(customer));
        PersonalData personal = customers.personalData(customer);
        Checked checked = checkContact.check(MessageClass.MARKETING, ChannelCode.EMAIL, profile, clock.instant());
        String obstacle = obstacle(decision, checked, personal);
        Touch claim = Touch.claimed(id, customer, ChannelCode.EMAIL, clock.instant()).about(decision.decision().offer());
        boolean mayHaveLeft = earlier.isPresent();
        if (mayHaveLeft && (obstacle != null || !mail.removesDuplicates())) {
            return settle(claim, State.UNCONFIRMED, obstacle == null ? "INTERRUPTED" : obstacle);
        }
        if (obstacle != null) {
            suppress(id, obstacle);
            return DispatchResult.SUPPRESSED;
        }
        if (checked.notBefore() != null) {
            return DispatchResult.POSTPONED;
        }
        if (!mayHaveLeft && !touches.claim(claim)) {
            return dispatch(id);
        }
        return send(claim, letters.write(claim.idempotencyKey(), decision, profile, personal));
    }

    /** Accounts for the contact that is not made on the channel of an offer. @param why code of the reason */
    public void suppress(DecisionId id, String why) {
        suppress(id, offer(id).decision().channel().code(), why);
    }

    /** Accounts for a contact that is not made, also where no offer was made yet. @param why code of the reason */
    public void suppress(DecisionId id, ChannelCode channel, String why) {
        Decision decision = decisions.find(id).orElseThrow().decision();
        touches.record(Touch.suppressed(id, decision.customerId(), channel, clock.instant(), why).about(decision.offer()));
    }

    /**
     * A person has told the customer (the call centre, an account manager), or the customer finds the offer in self-care: the
     * touch is SENT with the caller's transaction.
     */
    public void presentedByPerson(Decision decision, ChannelCode channel) {
        touches.record(Touch.sent(decision.decisionId(), decision.customerId(), channel, clock.instant()).about(decision.offer()));
    }

    private DispatchResult send(Touch claim, OfferLetter letter) {
        HandOver handOver;
        try {
            handOver = mail.send(letter);
        } catch (MailNotHandedOver e) {
            touches.release(claim);
            throw e;
        }
        if (customers.find(claim.customerId()).isEmpty()) {
            // Erased while it left: the erasure could not find the copy yet.
            mail.forget(claim.idempotencyKey());
        }
        return switch (handOver) {
            case DONE -> settle(claim, State.SENT, null);
            case UNKNOWN -> settle(claim, State.UNCONFIRMED, "CONNECTION_LOST");
            case ADDRESS_REFUSED -> settle(claim, State.SUPPRESSED, "ADDRESS_REFUSED");
        };
    }

    private DispatchResult settle(Touch claim, State state, String detail) {
        touches.settle(claim, state, clock.instant(), detail);
        return DispatchResult.valueOf(state.name());
    }

    private static String obstacle(DecisionWithState decision, Checked checked, PersonalData personal) {
        if (!decision.state().isOpen()) {
            return CheckContact.OFFER_CLOSED;
        }
        return checked.obstacle() == null && personal.email() == null ? "NO_ADDRESS" : checked.obstacle();
    }

    private DecisionWithState offer(DecisionId id) {
        return decisions.find(id)
                .filter(found -> found.decision().offer() != null && found.decision().channel() != null)
                .orElseThrow(() -> new IllegalArgumentException("Decision " + id + " makes no offer on a channel"));
    }
}
