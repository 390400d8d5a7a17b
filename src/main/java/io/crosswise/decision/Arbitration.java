package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the candidates were ranked and what that cost.
 *
 * @param ranked allowed ones first, best first; then the refused ones by code
 * @param standings of those that were valued, best first
 * @param exploration null where the decision drew nothing
 * @param heldBack what is offered later instead of anything now, null nothing
 */
public record Arbitration(
        List<Candidate> ranked, List<Standing> standings, OpportunityCost cost, Exploration exploration, HeldBack heldBack)
        implements Serializable {
    /** The offer: the allowed candidate with the highest score; none while a better one is held back. */
    public Optional<Candidate> winner() {
        return heldBack == null ? ranked.stream().filter(Candidate::isAllowed).findFirst() : Optional.empty();
    }

    /**
     * An offer that stands above every allowed one and is refused only until a contact window opens waits for that window, and nothing
     * is offered now: an offer of less value would bar it for as long as it is open.
     *
     * @param opening offers refused for a while, by code, with the moment they may be made
     * @param latest nothing waits for longer
     */
    Arbitration waitingFor(Map<String, Instant> opening, Instant latest) {
        return standings.stream()
                .takeWhile(standing -> !standing.candidate().isAllowed() && standing.score().isPositive())
                .filter(standing -> opening.containsKey(standing.candidate().offer()))
                .map(standing -> new HeldBack(standing.candidate(), opening.get(standing.candidate().offer())))
                .filter(held -> !held.opensAt().isAfter(latest))
                .findFirst()
                .map(held -> new Arbitration(ranked, standings, cost, exploration, held))
                .orElse(this);
    }

    /** With the candidates as another ranking has them; then there is no cost to tell. */
    Arbitration ordered(List<Candidate> order) {
        return order.equals(ranked) ? this : new Arbitration(order, standings, OpportunityCost.NONE, exploration, heldBack);
    }

    /** With another allowed candidate first because an experiment prefers it; then nothing else decided. */
    Arbitration rearranged(List<Candidate> preferred) {
        if (preferred.equals(ranked)) {
            return this;
        }
        Arbitration changed = new Arbitration(preferred, standings, cost, exploration, heldBack);
        Candidate before = winner().orElseThrow();
        Candidate after = changed.winner().orElseThrow();
        return before.equals(after)
                ? changed
                : new Arbitration(
                        preferred,
                        standings,
                        cost.preferring(before, after),
                        exploration == null ? null : new Exploration(exploration.seed(), false, exploration.draws()),
                        heldBack);
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
