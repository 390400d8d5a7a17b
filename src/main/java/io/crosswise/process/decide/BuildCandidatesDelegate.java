package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.BuildCandidates;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.Strategy.Play;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Joins catalogue, holdings and scores into candidates. */
@Component
class BuildCandidatesDelegate implements JavaDelegate {
    private final BuildCandidates buildCandidates;

    BuildCandidatesDelegate(BuildCandidates buildCandidates) {
        this.buildCandidates = buildCandidates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        CANDIDATES.set(
                execution,
                new Candidates(buildCandidates.build(
                        input.profile(),
                        JUDGES.get(execution).catalogue(),
                        SCORES.get(execution),
                        STRATEGY.get(execution).search())));
    }
}
