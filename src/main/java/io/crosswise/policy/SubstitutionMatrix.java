package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.customer.CustomerProfile.Holding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which new service takes margin from which held one, for the customer's market; what is only a share stands here, what joins
 * several facts in {@code rules/cannibalisation.drl}.
 */
public record SubstitutionMatrix(List<Substitution> pairs) implements Serializable {
    public static final SubstitutionMatrix EMPTY = new SubstitutionMatrix(List.of());

    public SubstitutionMatrix {
        pairs = List.copyOf(pairs);
    }

    /** What was learned takes the place of what was set by hand, and adds pairs nobody thought of. */
    public SubstitutionMatrix learning(List<Substitution> learned) {
        List<Substitution> merged = new ArrayList<>(learned);
        pairs.stream().filter(pair -> learned.stream().noneMatch(pair::isOfSamePairAs)).forEach(merged::add);
        return new SubstitutionMatrix(merged);
    }

    /**
     * The candidates in the order given, each new service charged with what it takes. An upgrade is not: its margin is already the
     * difference to the service it replaces.
     *
     * @param held priced, see {@link io.crosswise.candidate.PriceHoldings}; a margin nobody knows is not charged
     */
    public List<Candidate> charge(List<Candidate> candidates, List<Holding> held) {
        return candidates.stream()
                .map(candidate -> candidate.isAllowed() && candidate.kind() == Kind.CROSS_SELL ? charge(candidate, held) : candidate)
                .toList();
    }

    private Candidate charge(Candidate candidate, List<Holding> held) {
        Candidate charged = candidate;
        for (Substitution pair : pairs) {
            if (candidate.categories().contains(pair.added())) {
                for (Holding holding : held) {
                    if (holding.category() == pair.held() && holding.monthlyMargin() != null) {
                        charged = charged.losing(Loss.of(holding.service(), holding.monthlyMargin(), pair.share(), pair.reason()));
                    }
                }
            }
        }
        return charged;
    }
}
