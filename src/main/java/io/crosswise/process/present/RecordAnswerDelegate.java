package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.ANSWERED;
import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.outcome.CompleteOffer;
import io.crosswise.outcome.ResponseType;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the customer answered; an acceptance adds the service and the conversion, "later" only puts the offer off. */
@Component
class RecordAnswerDelegate implements JavaDelegate {
    private final CompleteOffer completeOffer;
    private final Clock clock;

    RecordAnswerDelegate(CompleteOffer completeOffer, Clock clock) {
        this.completeOffer = completeOffer;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionId id = new DecisionId(DECISION_ID.get(execution));
        switch (ResponseType.valueOf(ANSWERED.get(execution))) {
            case ACCEPTED -> completeOffer.accepted(id, clock.instant());
            case DECLINED -> completeOffer.declined(id, clock.instant());
            case LATER -> completeOffer.postponed(id, clock.instant());
            case OPENED, CLICKED -> throw new IllegalStateException("An interest shown settles no offer");
        }
    }
}
