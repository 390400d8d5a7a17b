package io.crosswise.process.present;

import io.crosswise.channel.DispatchOffer;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cancels an offer the customer has not heard of, and accounts for the contact that is not made. */
@Component
class WithdrawOffer {
    private final DispatchOffer dispatchOffer;
    private final Decisions decisions;
    private final Clock clock;

    WithdrawOffer(DispatchOffer dispatchOffer, Decisions decisions, Clock clock) {
        this.dispatchOffer = dispatchOffer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param why code of the reason, for example {@code OPTED_OUT} */
    void withdraw(DecisionId id, String why) {
        dispatchOffer.suppress(id, why);
        decisions.moveOn(
                id, List.of(OfferState.SCHEDULED, OfferState.AWAITING_APPROVAL), OfferState.CANCELLED, clock.instant());
    }
}
