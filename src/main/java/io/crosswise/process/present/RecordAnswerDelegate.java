package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.ANSWERED;
import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.outcome.CompleteOffer;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the customer answered; an acceptance adds the service and the conversion. */
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
        if ("ACCEPTED".equals(ANSWERED.get(execution))) {
            completeOffer.accepted(id, clock.instant());
        } else {
            completeOffer.declined(id, clock.instant());
        }
    }
}
