package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.shared.Reason;
import java.util.List;

/** Applies what a policy table answered about the customer to each candidate. */
public class ApplyExclusions {
    /** Every candidate in the order given; the first exclusion that covers one refuses it, then the limit on the bill. */
    public List<Candidate> apply(List<Candidate> candidates, Exclusions exclusions) {
        return candidates.stream().map(candidate -> apply(candidate, exclusions)).toList();
    }

    /** The same for one. */
    public Candidate apply(Candidate candidate, Exclusions exclusions) {
        Candidate judged = candidate;
        for (Exclusion exclusion : exclusions.list()) {
            if (exclusion.scope().covers(candidate)) {
                judged = judged.rejected(exclusion.reason());
            }
        }
        if (exclusions.isTooDear(candidate)) {
            judged = judged.rejected(tooDear(candidate, exclusions));
        }
        return judged;
    }

    private static Reason tooDear(Candidate candidate, Exclusions exclusions) {
        return exclusions.maxBillIncreaseReason().adding(
                "La facture augmenterait de %s, la limite est de %s.".formatted(candidate.netMonthlyPrice(), exclusions.maxBillIncrease()),
                "The bill would grow by %s, the limit is %s.".formatted(candidate.netMonthlyPrice(), exclusions.maxBillIncrease()));
    }
}
