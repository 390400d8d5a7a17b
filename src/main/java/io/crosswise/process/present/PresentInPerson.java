package io.crosswise.process.present;

import io.crosswise.channel.DispatchOffer;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records that the customer has the offer without a message: told by a person, or shown in self-care. */
@Component
class PresentInPerson {
    private final DispatchOffer dispatchOffer;
    private final Decisions decisions;
    private final Clock clock;

    PresentInPerson(DispatchOffer dispatchOffer, Decisions decisions, Clock clock) {
        this.dispatchOffer = dispatchOffer;
        this.decisions = decisions;
        this.clock = clock;
    }

    void present(DecisionId id, ChannelCode channel) {
        dispatchOffer.presentedByPerson(id, channel);
        decisions.moveOn(
                id, List.of(OfferState.SCHEDULED, OfferState.AWAITING_APPROVAL), OfferState.PRESENTED, clock.instant());
    }
}
