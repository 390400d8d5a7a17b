package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.BuildCandidates;
import io.crosswise.catalog.Catalogues;
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
    private final Catalogues catalogues;

    BuildCandidatesDelegate(BuildCandidates buildCandidates, Catalogues catalogues) {
        this.buildCandidates = buildCandidates;
        this.catalogues = catalogues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        CANDIDATES.set(
                execution,
                new Candidates(buildCandidates.build(
                        input.profile(),
                        catalogues.version(input.catalogueVersion()),
                        SCORES.get(execution),
                        STRATEGY.get(execution).search())));
    }
}
