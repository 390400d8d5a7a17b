package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;
import static io.crosswise.process.ProcessVariables.DISPATCH;
import static io.crosswise.process.ProcessVariables.NOT_BEFORE;

import io.crosswise.channel.CheckContact;
import io.crosswise.channel.DispatchOffer;
import io.crosswise.channel.DispatchResult;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the offer; runs in a job of its own that the engine retries. */
@Component
class DispatchOfferDelegate implements JavaDelegate {
    private final DispatchOffer dispatchOffer;
    private final CheckContact checkContact;
    private final Decisions decisions;
    private final Clock clock;

    DispatchOfferDelegate(DispatchOffer dispatchOffer, CheckContact checkContact, Decisions decisions, Clock clock) {
        this.dispatchOffer = dispatchOffer;
        this.checkContact = checkContact;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionId id = new DecisionId(DECISION_ID.get(execution));
        DispatchResult result = dispatchOffer.dispatch(id);
        DISPATCH.set(execution, result.name());
        switch (result) {
            case SENT -> decisions.moveOn(id, List.of(OfferState.SCHEDULED), OfferState.PRESENTED, clock.instant());
            case SUPPRESSED -> decisions.moveOn(id, List.of(OfferState.SCHEDULED), OfferState.CANCELLED, clock.instant());
            case POSTPONED -> {
                Instant notBefore = checkContact.check(id, ChannelCode.EMAIL, clock.instant()).notBefore();
                NOT_BEFORE.set(execution, Date.from(notBefore == null ? clock.instant() : notBefore));
            }
            case UNCONFIRMED -> {
                // a person finds out whether it went out; until then the offer stays SCHEDULED
            }
        }
    }
}
