package io.crosswise.demo.year;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.Ranking;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.StableHash;
import io.crosswise.shared.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stands where the product ranks and lets the policy of the run do it, among the candidates that all stages before allowed. */
final class RankForYear implements Ranking {
    /** What only the product's own ranking refuses by; limits that hold for everybody stay. */
    private static final Set<String> FOR_EVERYBODY = Set.of("NO_CHANNEL_ALLOWED", "INVESTMENT_LIMIT");

    private static final Reason NOT_WORTH_IT =
            new Reason("NEGATIVE_VALUE", Stage.ARBITRATION, null, "Offering it is worth nothing.");

    private volatile Policy policy = Policy.CROSSWISE;
    private volatile Oracle oracle;

    /** What an offer is truly worth to a customer now, euros. */
    interface Oracle {
        double value(DecisionInput input, Candidate candidate, List<ChannelCode> allowedChannels);
    }

    void use(Policy chosen, Oracle knowing) {
        policy = chosen;
        oracle = knowing;
    }

    @Override
    public List<Candidate> rank(
            DecisionInput input, List<Candidate> candidates, List<Candidate> arbitrated, List<ChannelCode> allowedChannels) {
        if (policy == Policy.CROSSWISE) {
            return arbitrated;
        }
        Map<String, Candidate> allowed = candidates.stream()
                .filter(Candidate::isAllowed)
                .collect(Collectors.toMap(Candidate::offer, it -> it));
        Map<String, Double> scores = new HashMap<>();
        return arbitrated.stream()
                .map(it -> reopened(it, allowed.get(it.offer())))
                .map(it -> scored(it, input, allowedChannels, scores))
                .sorted(Comparator.comparing(Candidate::isAllowed)
                        .thenComparing(it -> scores.getOrDefault(it.offer(), 0.0))
                        .reversed()
                        .thenComparing(Candidate::offer))
                .toList();
    }

    /** With the product's own euros, but free of its own refusal. */
    private static Candidate reopened(Candidate ranked, Candidate before) {
        boolean refusedHere = before != null
                && ranked.verdict() instanceof Verdict.Rejected rejected
                && !FOR_EVERYBODY.contains(rejected.reason().code());
        return refusedHere ? before.valued(ranked.value()) : ranked;
    }

    private Candidate scored(
            Candidate candidate, DecisionInput input, List<ChannelCode> allowedChannels, Map<String, Double> scores) {
        if (!candidate.isAllowed()) {
            return candidate;
        }
        double score =
                switch (policy) {
                    case UNTARGETED -> StableHash.uniform(
                            "untargeted", input.profile().id() + "|" + input.decidedOn() + "|" + candidate.offer());
                    case PROPENSITY -> candidate.ifOffered().value();
                    case ORACLE -> oracle.value(input, candidate, allowedChannels);
                    case NEVER, CROSSWISE -> throw new IllegalStateException(policy + " ranks nothing here");
                };
        scores.put(candidate.offer(), score);
        return policy == Policy.ORACLE && score <= 0 ? candidate.rejected(NOT_WORTH_IT) : candidate;
    }
}
