package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.Eligibility.Exclusion;
import io.crosswise.shared.Reason;
import java.util.List;

/** Applies what the eligibility table answered about the customer to each candidate. */
public class ApplyEligibility {
    /** Every candidate in the order given; the first exclusion that covers one refuses it, then the limit on the bill. */
    public List<Candidate> apply(List<Candidate> candidates, Eligibility eligibility) {
        return candidates.stream().map(candidate -> judge(candidate, eligibility)).toList();
    }

    private static Candidate judge(Candidate candidate, Eligibility eligibility) {
        Candidate judged = candidate;
        for (Exclusion exclusion : eligibility.exclusions()) {
            if (covers(exclusion.scope(), candidate)) {
                judged = judged.rejected(exclusion.reason());
            }
        }
        if (eligibility.maxBillIncrease() != null
                && candidate.netMonthlyPrice().compareTo(eligibility.maxBillIncrease()) > 0) {
            judged = judged.rejected(tooDear(candidate, eligibility));
        }
        return judged;
    }

    private static boolean covers(String scope, Candidate candidate) {
        return scope.equals("*")
                || scope.equals(candidate.offer())
                || (scope.equals("NEEDS_FIBRE") && candidate.needsFibre())
                || candidate.categories().stream().anyMatch(category -> category.name().equals(scope));
    }

    private static Reason tooDear(Candidate candidate, Eligibility eligibility) {
        Reason limit = eligibility.maxBillIncreaseReason();
        return new Reason(
                limit.code(),
                limit.stage(),
                limit.rule(),
                "%s The bill would grow by %s, the limit is %s."
                        .formatted(limit.text(), candidate.netMonthlyPrice(), eligibility.maxBillIncrease()));
    }
}
