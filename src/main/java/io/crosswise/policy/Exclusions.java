package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy table (eligibility, applicability, suitability) answers about a customer: what is not offered, and the largest bill
 * increase allowed.
 *
 * @param list in the order of the tables' rows
 * @param maxBillIncrease euros per month, null is no limit
 * @param maxBillIncreaseReason the row that set it, null without limit
 */
public record Exclusions(List<Exclusion> list, Money maxBillIncrease, Reason maxBillIncreaseReason) implements Serializable {
    public static final Exclusions NONE = new Exclusions(List.of(), null, null);

    /** @param scope what is excluded */
    public record Exclusion(Scope scope, Reason reason) implements Serializable {}

    /** Whether nothing here speaks against the candidate, and its price is within the limit. */
    public boolean admit(Candidate candidate) {
        return !isTooDear(candidate) && list.stream().noneMatch(exclusion -> exclusion.scope().covers(candidate));
    }

    /** Whether the bill would grow by more than the limit. */
    public boolean isTooDear(Candidate candidate) {
        return maxBillIncrease != null && candidate.netMonthlyPrice().compareTo(maxBillIncrease) > 0;
    }

    /** Both together; the tighter limit on the bill counts. */
    public Exclusions and(Exclusions later) {
        boolean tighter = later.maxBillIncrease != null
                && (maxBillIncrease == null || later.maxBillIncrease.compareTo(maxBillIncrease) < 0);
        return new Exclusions(
                Stream.concat(list.stream(), later.list.stream()).toList(),
                tighter ? later.maxBillIncrease : maxBillIncrease,
                tighter ? later.maxBillIncreaseReason : maxBillIncreaseReason);
    }
}
