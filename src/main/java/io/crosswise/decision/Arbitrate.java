package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Exploration.Draw;
import io.crosswise.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ranks what is left by what offering it is worth, times context and levers; the first allowed candidate is the offer. */
public class Arbitrate {
    private final ValueCandidates valueCandidates = new ValueCandidates();
    private final ExploreNewOffers exploreNewOffers = new ExploreNewOffers();
    private final Ranking ranking;

    public Arbitrate() {
        this(Ranking.BY_NET_MARGIN);
    }

    /** @param ranking another order to compare with, of which no cost is told */
    public Arbitrate(Ranking ranking) {
        this.ranking = ranking;
    }

    /**
     * Score = expected net incremental margin in euros over the horizon (see {@link io.crosswise.candidate.NetValue}) × context ×
     * levers × what a "maybe later" leaves of it; ties break by net value, then by code. No factor makes an offer of one that is
     * worth nothing, and a factor of 0 refuses it. In the small share of decisions that explore, the value of a new offer is made
     * of a drawn acceptance instead of the model's. Arms of experiments change candidates before all this, and may prefer another
     * allowed offer after it. Where neither an arm nor another ranking chose, a better offer that a cap holds back may wait, see
     * {@link Arbitration#winner}.
     */
    public Arbitration arbitrate(List<Candidate> candidates, Leeway leeway, DecisionInput input) {
        Money mostDiscount = leeway.mostDiscount(input.settings().horizonMonths());
        // Arms make no difference where nobody can be told anything.
        List<Candidate> touched = leeway.channels().isEmpty()
                ? candidates
                : leeway.arms().toCandidates(candidates, mostDiscount, leeway.exclusions().maxBillIncrease());
        List<Candidate> valued = valueCandidates.value(touched, leeway, input.settings());
        List<Draw> draws = exploreNewOffers.draw(valued, input);
        WeighCandidate weigh = new WeighCandidate(leeway.levers(), valued, input);
        List<Standing> standings = valued.stream()
                .filter(candidate -> candidate.value() != null)
                .map(candidate -> weigh.weigh(candidate, worth(candidate, draws)))
                .sorted(Standing.BEST_FIRST)
                .toList();
        boolean explored = !draws.isEmpty() && drawsDecide(standings);
        Arbitration arbitration = new Arbitration(
                ranked(valued, standings),
                standings,
                new CountOpportunityCost(standings, leeway, mostDiscount).count(explored),
                draws.isEmpty() ? null : new Exploration(input.seed(), explored, draws),
                null);
        Arbitration ordered = arbitration.ordered(ranking.rank(input, touched, arbitration.ranked(), leeway.channels()));
        Arbitration rearranged = ordered.rearranged(leeway.arms().toRanking(ordered.ranked()));
        return rearranged == arbitration
                ? arbitration.waitingFor(leeway.permissions().offersOpening(), input.waitsUntil())
                : rearranged;
    }

    private static Money worth(Candidate candidate, List<Draw> draws) {
        return draws.stream()
                .filter(draw -> draw.offer().equals(candidate.offer()))
                .findFirst()
                .map(Draw::worth)
                .orElseGet(candidate::expectedValue);
    }

    private static boolean drawsDecide(List<Standing> standings) {
        return !best(standings.stream()).equals(best(standings.stream().map(Standing::undrawn).sorted(Standing.BEST_FIRST)));
    }

    private static Optional<String> best(Stream<Standing> bestFirst) {
        return bestFirst.map(Standing::candidate).filter(Candidate::isAllowed).map(Candidate::offer).findFirst();
    }

    private static List<Candidate> ranked(List<Candidate> valued, List<Standing> standings) {
        Stream<Candidate> weighed = standings.stream().map(Standing::candidate);
        Stream<Candidate> without = valued.stream()
                .filter(candidate -> candidate.value() == null)
                .sorted(Comparator.comparing(Candidate::offer));
        // A stable sort: within the allowed and within the refused the order stays.
        return Stream.concat(weighed, without)
                .sorted(Comparator.comparing(Candidate::isAllowed).reversed())
                .toList();
    }
}
