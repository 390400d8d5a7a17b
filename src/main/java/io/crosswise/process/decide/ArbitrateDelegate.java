package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Arbitrate;
import io.crosswise.decision.Arbitration;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Leeway;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.OfferFacts;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ranks the candidates by expected net incremental margin, times context and levers. */
@Component
class ArbitrateDelegate implements JavaDelegate {
    private final Arbitrate arbitrate;

    ArbitrateDelegate(Arbitrate arbitrate) {
        this.arbitrate = arbitrate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        Arbitration arbitration = arbitrate
                .arbitrate(CANDIDATES.get(execution).list(), leeway(execution), input)
                .waitingFor(PERMISSIONS.get(execution).offersOpening(), input.waitsUntil());
        ARBITRATION.set(execution, arbitration);
        CANDIDATES.set(execution, new Candidates(arbitration.ranked()));
        Optional<Candidate> winner = arbitration.winner();
        WORTH_OFFERING.set(execution, winner.isPresent());
        winner.map(OfferFacts::of).ifPresent(offer -> OFFER.set(execution, offer));
    }

    private static Leeway leeway(DelegateExecution execution) {
        return new Leeway(
                STRATEGY.get(execution),
                SCORES.get(execution).outlook().lifetimeValue(),
                PERMISSIONS.get(execution).reachable(),
                EXCLUSIONS.get(execution),
                LEVERS.get(execution),
                ApplyArms.of(INPUT.get(execution).arms(), SEGMENT.get(execution)));
    }
}
