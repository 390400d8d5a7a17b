package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.Cannibalisation;
import io.crosswise.policy.RuleFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Charges each candidate with the margin it would take from services held. */
@Component
class JudgeCannibalisationDelegate implements JavaDelegate {
    private final Cannibalisation cannibalisation;
    private final RuleFiles ruleFiles;

    JudgeCannibalisationDelegate(Cannibalisation cannibalisation, RuleFiles ruleFiles) {
        this.cannibalisation = cannibalisation;
        this.ruleFiles = ruleFiles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        CANDIDATES.set(
                execution,
                new Candidates(cannibalisation.judge(
                        CANDIDATES.get(execution).list(), input.profile(), input.trigger(), input.decidedOn())));
        RuleFingerprints.of(ruleFiles, "cannibalisation.drl").ifPresent(TRAIL.get(execution)::judgedBy);
    }
}
