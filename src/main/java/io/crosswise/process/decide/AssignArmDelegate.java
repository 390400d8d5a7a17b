package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.AssignArm;
import io.crosswise.decision.DecisionInput;
import io.crosswise.experiment.ApplyArms;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whether the customer is in a hold-out that keeps the offer back. */
@Component
class AssignArmDelegate implements JavaDelegate {
    private final AssignArm assignArm;

    AssignArmDelegate(AssignArm assignArm) {
        this.assignArm = assignArm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        EXPERIMENT.set(
                execution,
                assignArm.assign(
                        ApplyArms.of(input.arms(), SEGMENT.get(execution)), CANDIDATES.get(execution).winner().orElseThrow()));
    }
}
