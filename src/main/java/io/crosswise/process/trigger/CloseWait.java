package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.DECISION_ID;

import io.crosswise.decision.Decisions;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.springframework.stereotype.Component;

/** Ends a wait that no decision will follow, be it given up or its process cancelled: an offer nobody comes back to bars no other. */
@Component
class CloseWait implements ExecutionListener {
    private final Decisions decisions;
    private final Clock clock;

    CloseWait(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.isCanceled() || execution.getBpmnModelElementInstance() instanceof EndEvent) {
            decisions.stopWaiting(new DecisionId(DECISION_ID.get(execution)), clock.instant());
        }
    }
}
