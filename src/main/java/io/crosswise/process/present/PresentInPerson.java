package io.crosswise.process.present;

import io.crosswise.channel.CheckContact;
import io.crosswise.channel.DispatchOffer;
import io.crosswise.channel.DispatchResult;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records that the customer has the offer without a message: told by a person, or shown in self-care. */
@Component
class PresentInPerson {
    private final CheckContact checkContact;
    private final WithdrawOffer withdrawOffer;
    private final DispatchOffer dispatchOffer;
    private final Decisions decisions;
    private final Clock clock;

    PresentInPerson(
            CheckContact checkContact,
            WithdrawOffer withdrawOffer,
            DispatchOffer dispatchOffer,
            Decisions decisions,
            Clock clock) {
        this.checkContact = checkContact;
        this.withdrawOffer = withdrawOffer;
        this.dispatchOffer = dispatchOffer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @return {@code SENT}, or {@code SUPPRESSED} when the customer has opted out of the channel meanwhile; then the offer is withdrawn */
    DispatchResult present(DecisionId id, ChannelCode channel) {
        DecisionWithState found = decisions.find(id).orElseThrow();
        if (CheckContact.OPTED_OUT.equals(checkContact.check(found, channel, clock.instant()).obstacle())) {
            withdrawOffer.withdraw(id, CheckContact.OPTED_OUT);
            return DispatchResult.SUPPRESSED;
        }
        dispatchOffer.presentedByPerson(found.decision(), channel);
        decisions.moveOn(
                id, List.of(OfferState.SCHEDULED, OfferState.AWAITING_APPROVAL), OfferState.PRESENTED, clock.instant());
        return DispatchResult.SENT;
    }
}
