package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.Rules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Charges each candidate with the margin it would take from services held. */
@Component
class JudgeCannibalisationDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Rules rules = JUDGES.get(execution).rules();
        CANDIDATES.set(
                execution,
                new Candidates(rules.cannibalisation().judge(
                        CANDIDATES.get(execution).list(), input.profile(), input.trigger(), input.decidedOn())));
        RuleFingerprints.of(rules, "cannibalisation.drl").ifPresent(TRAIL.get(execution)::judgedBy);
    }
}
