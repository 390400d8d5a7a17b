package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.AssignArm;
import io.crosswise.decision.DecisionInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whether the customer is in the hold-out nobody contacts. */
@Component
class AssignArmDelegate implements JavaDelegate {
    private final AssignArm assignArm;

    AssignArmDelegate(AssignArm assignArm) {
        this.assignArm = assignArm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        EXPERIMENT.set(execution, assignArm.assign(input.profile().id(), input.settings()));
    }
}
