package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.QUEUED;
import static io.crosswise.process.ProcessVariables.QUEUED_UNTIL;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the moment {@code wait-for-window} waits for when the transaction is over. */
@Component
class OpenWait implements ExecutionListener {
    /** The engine knows milliseconds: a part of one would wake it while the window is still shut. */
    @Override
    public void notify(DelegateExecution execution) {
        QUEUED_UNTIL.set(execution, Date.from(QUEUED.get(execution).until().plusMillis(1)));
    }
}
