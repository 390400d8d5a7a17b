package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.CANDIDATES;
import static io.crosswise.process.ProcessVariables.INPUT;
import static io.crosswise.process.ProcessVariables.JUDGES;
import static io.crosswise.process.ProcessVariables.SUBSTITUTION;
import static io.crosswise.process.ProcessVariables.TRAIL;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.PriceHoldings;
import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.LearnedSubstitutions;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Charges each candidate with the margin it would take from services held. */
@Component
class JudgeCannibalisationDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Judges judges = JUDGES.get(execution);
        LearnedSubstitutions learned = judges.substitutions();
        List<Candidate> charged = SUBSTITUTION.get(execution)
                .learning(learned.usable(input.profile().market()))
                .charge(
                        CANDIDATES.get(execution).list(), PriceHoldings.price(input.profile(), judges.catalogue()));
        CANDIDATES.set(
                execution,
                new Candidates(judges.rules()
                        .cannibalisation()
                        .judge(charged, input.profile(), judges.catalogue(), input.trigger(), input.decidedOn())));
        DecisionTrail trail = TRAIL.get(execution);
        trail.judgedBy(new Fingerprint("substitution.learned", learned.version().substring(0, 8), learned.version()));
        RuleFingerprints.of(judges.rules(), "cannibalisation.drl").ifPresent(trail::judgedBy);
    }
}
