package io.crosswise.process.trigger;

import static io.crosswise.process.ProcessVariables.ACCEPTED_TRIGGER;
import static io.crosswise.process.ProcessVariables.CUSTOMER_ID;
import static io.crosswise.process.ProcessVariables.TRIGGER_ID;

import io.crosswise.shared.CustomerId;
import io.crosswise.trigger.AcceptTrigger;
import io.crosswise.trigger.Intake;
import io.crosswise.trigger.TriggerEvent;
import io.crosswise.trigger.TriggerType.Field;
import io.crosswise.trigger.TriggerTypes;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Runs when a trigger's process starts. A trigger from our own door is in the inbox already; one started through engine REST goes
 * through the same door here, in the engine's transaction, and is refused with a sentence (400) rather than with an incident.
 */
@Component("registerEngineTrigger")
public class RegisterEngineTrigger implements ExecutionListener {
    static final String SOURCE = "/engine-rest";
    private final AcceptTrigger acceptTrigger;
    private final TriggerTypes types;

    RegisterEngineTrigger(AcceptTrigger acceptTrigger, TriggerTypes types) {
        this.acceptTrigger = acceptTrigger;
        this.types = types;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (ACCEPTED_TRIGGER.get(execution) != null) {
            return;
        }
        Intake intake = acceptTrigger.accept(event(execution));
        if (intake instanceof Intake.Accepted accepted) {
            TRIGGER_ID.set(execution, accepted.trigger().id().value());
            ACCEPTED_TRIGGER.set(execution, accepted.trigger());
        } else if (intake instanceof Intake.Refused refused) {
            throw new BadUserRequestException(refused.detail());
        } else {
            throw new BadUserRequestException(
                    "businessKey " + execution.getProcessBusinessKey() + " was used before; each event needs a key of its own");
        }
    }

    private TriggerEvent event(DelegateExecution execution) {
        Object customer = execution.getVariable(CUSTOMER_ID.name());
        if (!(customer instanceof String id) || !CustomerId.isValid(id)) {
            throw new BadUserRequestException("Variable customerId is required: the id of a known customer");
        }
        String type = execution.getProcessDefinitionId().split(":")[0];
        String key = execution.getProcessBusinessKey();
        return new TriggerEvent(
                SOURCE,
                key == null || key.isBlank() ? execution.getProcessInstanceId() : key,
                type,
                new CustomerId(id),
                null,
                data(execution, type));
    }

    /** Takes the declared fields out of the variables: they belong into the inbox, not into the engine. */
    private Map<String, Object> data(DelegateExecution execution, String type) {
        Map<String, Object> data = new HashMap<>();
        Map<String, Field> fields = types.find(type).map(found -> found.fields()).orElse(Map.of());
        for (String name : execution.getVariableNames()) {
            if (!name.equals(CUSTOMER_ID.name())) {
                if (fields.containsKey(name) && execution.getVariable(name) != null) {
                    data.put(name, execution.getVariable(name));
                }
                execution.removeVariable(name);
            }
        }
        return data;
    }
}
