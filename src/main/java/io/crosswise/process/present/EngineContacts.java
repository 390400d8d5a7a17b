package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.ANSWERED;
import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.channel.DispatchOffer;
import io.crosswise.customer.CancelContacts;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.Decisions.OfferHistory;
import io.crosswise.decision.OfferState;
import io.crosswise.channel.CheckContact;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Ends at once what waits to contact a customer who no longer wants it: pending sends, tasks of people, waits for a window. */
@Component
class EngineContacts implements CancelContacts {
    private static final String OFFER = "offer-response";
    private static final String WAIT = "contact-withdrawn";

    private final RuntimeService runtime;
    private final Decisions decisions;
    private final DispatchOffer dispatchOffer;
    private final Clock clock;

    EngineContacts(RuntimeService runtime, Decisions decisions, DispatchOffer dispatchOffer, Clock clock) {
        this.runtime = runtime;
        this.decisions = decisions;
        this.dispatchOffer = dispatchOffer;
        this.clock = clock;
    }

    /** @throws OptimisticLockingFailureException when a job moves the offer on at this moment; the whole transaction may be tried again */
    @Override
    public void cancel(CustomerId customer, Set<ChannelCode> refused) {
        OfferHistory offers = decisions.offerHistory(customer);
        offers.open().stream()
                .flatMap(id -> decisions.find(id).stream())
                .filter(found -> found.state() != OfferState.PRESENTED)
                .filter(found -> refused.contains(found.decision().channel().code()))
                .map(DecisionWithState::decision)
                .forEach(decision -> tell(OFFER, decision.decisionId()));
        offers.waiting().stream()
                .flatMap(offer -> decisions.find(offer.decision()).stream())
                .filter(found -> refused.contains(found.decision().queued().channel()))
                .forEach(found -> giveUp(found.decision().decisionId(), found.decision().queued().channel()));
    }

    private void giveUp(DecisionId id, ChannelCode channel) {
        decisions.stopWaiting(id, clock.instant());
        dispatchOffer.suppress(id, channel, CheckContact.OPTED_OUT);
        tell(WAIT, id);
    }

    private void tell(String message, DecisionId id) {
        Optional<Execution> waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(DECISION_ID.name(), id.value())
                .listPage(0, 1)
                .stream()
                .findFirst();
        try {
            waiting.ifPresent(execution -> runtime.createMessageCorrelation(message)
                    .processInstanceId(execution.getProcessInstanceId())
                    .setVariable(ANSWERED.name(), ANSWERED.typed(CheckContact.OPTED_OUT))
                    .correlate());
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException e) {
            throw new OptimisticLockingFailureException("The offer was moved on by another transaction", e);
        }
    }
}
