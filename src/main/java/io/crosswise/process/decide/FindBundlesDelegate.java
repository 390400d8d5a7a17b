package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.ApplyExclusions;
import io.crosswise.policy.BundleLimits;
import io.crosswise.policy.FindBundles;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds the bundles that can be made of the candidates still allowed. */
@Component
class FindBundlesDelegate implements JavaDelegate {
    private final ApplyExclusions applyExclusions;

    FindBundlesDelegate(ApplyExclusions applyExclusions) {
        this.applyExclusions = applyExclusions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Judges judges = JUDGES.get(execution);
        List<Candidate> singles = CANDIDATES.get(execution).list();
        List<Candidate> bundles = new FindBundles(judges.rules().bundles(), applyExclusions).find(
                singles,
                input.profile(),
                judges.catalogue(),
                new BundleLimits(EXCLUSIONS.get(execution), PERMISSIONS.get(execution)),
                input.settings().horizonMonths(),
                input.decidedOn());
        CANDIDATES.set(execution, new Candidates(Stream.concat(singles.stream(), bundles.stream()).toList()));
        RuleFingerprints.of(judges.rules(), "bundle.drl").ifPresent(TRAIL.get(execution)::judgedBy);
    }
}
