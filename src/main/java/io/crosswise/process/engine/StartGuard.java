package io.crosswise.process.engine;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Keeps callers from outside away from processes that are no trigger: those without a message start event are steps of others, or
 * run by the clock.
 */
final class StartGuard extends AbstractBpmnParseListener {
    private final BooleanSupplier calledFromOutside;

    /** @param calledFromOutside whether somebody logged in is behind the current call */
    StartGuard(BooleanSupplier calledFromOutside) {
        this.calledFromOutside = calledFromOutside;
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        boolean startsByMessage = process.elements("startEvent").stream()
                .anyMatch(start -> start.element("messageEventDefinition") != null);
        if (!startsByMessage) {
            // Built-in, because a caller may ask to skip custom listeners.
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::check, 0);
        }
    }

    private void check(DelegateExecution execution) {
        if (execution.getSuperExecution() == null
                && calledFromOutside.getAsBoolean()
                && !(execution.getVariable(InternalStart.MARKER) instanceof InternalStart)) {
            String key = execution.getProcessDefinitionId().split(":")[0];
            throw new BadUserRequestException(
                    "Process " + key + " cannot be started from outside; it is a step of others. Start a process that has a message.");
        }
    }
}
