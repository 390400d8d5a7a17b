package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.DECISION_ID;
import static io.crosswise.process.ProcessVariables.WENT_OUT;

import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.process.SubmittedForm;
import io.crosswise.shared.DecisionId;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task "Check whether the message went out": a crash left that unknown, and sending twice is worse than asking. */
@Component
class DeliveryTask implements TaskListener {
    enum WentOut {
        YES,
        NO
    }

    private final TaskFile file;
    private final Decisions decisions;
    private final Clock clock;

    DeliveryTask(TaskFile file, Decisions decisions, Clock clock) {
        this.file = file;
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            file.lay(task);
            return;
        }
        boolean wentOut = new SubmittedForm(task).choice("wentOutAnswer", WentOut.class) == WentOut.YES;
        new SubmittedForm(task).clear();
        decisions.moveOn(
                new DecisionId(DECISION_ID.get(task)),
                List.of(OfferState.SCHEDULED),
                wentOut ? OfferState.PRESENTED : OfferState.CANCELLED,
                clock.instant());
        WENT_OUT.set(task.getExecution(), wentOut);
    }
}
