package io.crosswise.process.decide;

import static io.crosswise.process.ProcessVariables.*;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Arbitrate;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Ranking;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.OfferFacts;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ranks the candidates by expected net incremental margin. */
@Component
class ArbitrateDelegate implements JavaDelegate {
    private final Arbitrate arbitrate;
    private final Ranking ranking;

    ArbitrateDelegate(Arbitrate arbitrate, Ranking ranking) {
        this.arbitrate = arbitrate;
        this.ranking = ranking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecisionInput input = INPUT.get(execution);
        ApplyArms arms = ApplyArms.of(input.arms(), SEGMENT.get(execution));
        Money investmentLimit = STRATEGY.get(execution).investmentLimit(SCORES.get(execution).outlook().lifetimeValue());
        List<ChannelCode> channels = PERMISSIONS.get(execution).allowed();
        List<Candidate> candidates =
                arms.toCandidates(CANDIDATES.get(execution).list(), investmentLimit, input.settings().horizonMonths());
        List<Candidate> arbitrated =
                arbitrate.arbitrate(candidates, channels, investmentLimit, LEVERS.get(execution), input.settings());
        List<Candidate> ranked = arms.toRanking(ranking.rank(input, candidates, arbitrated, channels));
        CANDIDATES.set(execution, new Candidates(ranked));
        Optional<Candidate> winner = ranked.stream().filter(Candidate::isAllowed).findFirst();
        WORTH_OFFERING.set(execution, winner.isPresent());
        winner.map(OfferFacts::of).ifPresent(offer -> OFFER.set(execution, offer));
    }
}
