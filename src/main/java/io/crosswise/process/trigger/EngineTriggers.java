package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.ACCEPTED_TRIGGER;
import static io.crosswise.process.ProcessVariables.CUSTOMER_ID;
import static io.crosswise.process.ProcessVariables.TRIGGER_ID;

import io.crosswise.process.engine.Definitions;
import io.crosswise.process.engine.InternalStart;
import io.crosswise.trigger.AcceptedTrigger;
import io.crosswise.trigger.FailedTriggers;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.shared.TriggerId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Starts the process of a trigger: now, in the caller's transaction, or soon, by a job that commits with it. */
@Component
class EngineTriggers implements StartTriggerProcess, FailedTriggers {
    static final String ACCEPT_TRIGGER = "accept-trigger";
    private final RuntimeService runtime;
    private final Definitions definitions;

    EngineTriggers(RuntimeService runtime, Definitions definitions) {
        this.runtime = runtime;
        this.definitions = definitions;
    }

    @Override
    public void now(AcceptedTrigger trigger) {
        runtime.createMessageCorrelation(trigger.event().type())
                .processDefinitionId(definitions.latestProcessDefinitionId(trigger.event().type()))
                .processInstanceBusinessKey(trigger.event().id())
                .setVariables(variables(trigger).putValue(ACCEPTED_TRIGGER.name(), ACCEPTED_TRIGGER.typed(trigger)))
                .correlateStartMessage();
    }

    @Override
    public void soon(AcceptedTrigger trigger) {
        runtime.createProcessInstanceById(definitions.latestProcessDefinitionId(ACCEPT_TRIGGER))
                .businessKey(trigger.id().value())
                .setVariables(variables(trigger))
                .setVariable(InternalStart.MARKER, InternalStart.value())
                .execute();
    }

    @Override
    public boolean hasFailed(TriggerId id) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ACCEPT_TRIGGER)
                        .processInstanceBusinessKey(id.value())
                        .withIncident()
                        .count()
                > 0;
    }

    private static VariableMap variables(AcceptedTrigger trigger) {
        return Variables.createVariables()
                .putValue(TRIGGER_ID.name(), trigger.id().value())
                .putValue(CUSTOMER_ID.name(), trigger.event().subject().value());
    }
}
