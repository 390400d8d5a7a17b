package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How the candidates were ranked and what that cost.
 *
 * @param ranked allowed ones first, best first; then the refused ones by code
 * @param standings of those that were valued, best first
 * @param exploration null where the decision drew nothing
 */
public record Arbitration(
        List<Candidate> ranked, List<Standing> standings, OpportunityCost cost, Exploration exploration) implements Serializable {
    /** The offer: the allowed candidate with the highest score. */
    public Optional<Candidate> winner() {
        return ranked.stream().filter(Candidate::isAllowed).findFirst();
    }

    /** With the candidates as another ranking has them; then there is no cost to tell. */
    Arbitration ordered(List<Candidate> order) {
        return order.equals(ranked) ? this : new Arbitration(order, standings, OpportunityCost.NONE, exploration);
    }

    /** With another allowed candidate first because an experiment prefers it; then nothing else decided. */
    Arbitration rearranged(List<Candidate> preferred) {
        if (preferred.equals(ranked)) {
            return this;
        }
        Arbitration changed = new Arbitration(preferred, standings, cost, exploration);
        Candidate before = winner().orElseThrow();
        Candidate after = changed.winner().orElseThrow();
        return before.equals(after)
                ? changed
                : new Arbitration(
                        preferred,
                        standings,
                        cost.preferring(before, after),
                        exploration == null ? null : new Exploration(exploration.seed(), false, exploration.draws()));
    }

    /** What raised or lowered scores, each once, by the best candidate it moved. */
    List<Factor> factors() {
        return standings.stream().flatMap(standing -> standing.factors().stream()).distinct().toList();
    }

    /** Empty for a candidate that has no value. */
    public Optional<Standing> of(Candidate candidate) {
        return standings.stream().filter(standing -> standing.candidate().offer().equals(candidate.offer())).findFirst();
    }
}
