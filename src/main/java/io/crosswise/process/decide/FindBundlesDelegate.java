package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.FindBundles;
import io.crosswise.policy.RuleFiles;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds the bundles that can be made of the candidates still allowed. */
@Component
class FindBundlesDelegate implements JavaDelegate {
    private final FindBundles findBundles;
    private final RuleFiles ruleFiles;

    FindBundlesDelegate(FindBundles findBundles, RuleFiles ruleFiles) {
        this.findBundles = findBundles;
        this.ruleFiles = ruleFiles;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        List<Candidate> singles = CANDIDATES.get(execution).list();
        List<Candidate> bundles = findBundles.find(
                singles,
                input.profile(),
                JUDGES.get(execution).catalogue(),
                EXCLUSIONS.get(execution),
                input.decidedOn());
        CANDIDATES.set(execution, new Candidates(Stream.concat(singles.stream(), bundles.stream()).toList()));
        RuleFingerprints.of(ruleFiles, "bundle.drl").ifPresent(TRAIL.get(execution)::judgedBy);
    }
}
