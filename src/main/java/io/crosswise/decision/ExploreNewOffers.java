package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.decision.Exploration.Draw;
import io.crosswise.shared.Probability;
import io.crosswise.shared.StableHash;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Draws how well new offers are accepted instead of trusting a model that has seen none of their contacts: Thompson sampling, see
 * Russo et al., "A Tutorial on Thompson Sampling" (2018), chapter 3. An offer about which little is known is drawn widely and
 * sometimes wins; the more is known, the closer the draws come to the truth.
 */
class ExploreNewOffers {
    /** A model may be certain; a Beta distribution needs some doubt. */
    private static final double DOUBT = 1e-3;

    /** One draw per allowed candidate that is new, in the order given; none where the decision does not explore. */
    List<Draw> draw(List<Candidate> valued, DecisionInput input) {
        ExplorationSettings settings = input.settings().exploration();
        if (input.newOffers().isEmpty() || !settings.drawn(input.seed())) {
            return List.of();
        }
        return valued.stream()
                .filter(Candidate::isAllowed)
                .filter(candidate -> input.newOffers().containsKey(candidate.offer()))
                .filter(candidate -> input.newOffers().get(candidate.offer()).mayBeExplored(settings))
                .map(candidate -> draw(candidate, input))
                .toList();
    }

    /** Prior: the model's propensity as mean, with the weight of so many contacts; the offer's own contacts that were answered are added to it. */
    private static Draw draw(Candidate candidate, DecisionInput input) {
        Exposure known = input.newOffers().get(candidate.offer());
        double weight = input.settings().exploration().priorWeight();
        double mean = Math.min(1 - DOUBT, Math.max(DOUBT, candidate.ifOffered().value()));
        double alpha = weight * mean + known.accepted();
        double beta = weight * (1 - mean) + known.answered() - known.accepted();
        Probability drawn = quantile(alpha, beta, StableHash.uniform("thompson/" + candidate.offer(), input.seed()));
        return new Draw(
                candidate.offer(),
                known.presented(),
                known.answered(),
                known.accepted(),
                alpha,
                beta,
                drawn,
                NetValue.of(candidate.withChance(drawn), input.settings().horizonMonths(), candidate.value().contactCost())
                        .total());
    }

    /** A uniform number turned into one of the distribution, so that the seed alone decides. */
    static Probability quantile(double alpha, double beta, double uniform) {
        double quantile = new BetaDistribution(alpha, beta).inverseCumulativeProbability(uniform);
        return new Probability(Math.min(1, Math.max(0, quantile)));
    }
}
