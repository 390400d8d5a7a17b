package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.APPROVAL_ROLE;
import static io.crosswise.process.ProcessVariables.CHANNEL;
import static io.crosswise.process.ProcessVariables.NOT_BEFORE;
import static io.crosswise.process.ProcessVariables.PRESENTATION;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps the few flags {@code present-offer} routes by when the transaction is over. */
@Component
class OpenPresentation implements ExecutionListener {
    @Override
    public void notify(DelegateExecution execution) {
        Presentation presentation = PRESENTATION.get(execution);
        CHANNEL.set(execution, presentation.channel().name());
        if (presentation.approvalRole() != null) {
            APPROVAL_ROLE.set(execution, presentation.approvalRole());
        }
        if (presentation.notBefore() != null) {
            NOT_BEFORE.set(execution, Date.from(presentation.notBefore()));
        }
    }
}
