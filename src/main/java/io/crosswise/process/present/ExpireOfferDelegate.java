package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.outcome.CompleteOffer;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody answered in time. */
@Component
class ExpireOfferDelegate implements JavaDelegate {
    private final CompleteOffer completeOffer;
    private final Clock clock;

    ExpireOfferDelegate(CompleteOffer completeOffer, Clock clock) {
        this.completeOffer = completeOffer;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        completeOffer.expired(new DecisionId(DECISION_ID.get(execution)), clock.instant());
    }
}
