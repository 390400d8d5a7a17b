package io.crosswise.policy;

import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;

/**
 * What {@code eligibility.dmn} answers about a customer: exclusions, and the largest bill increase allowed.
 *
 * @param maxBillIncrease euros per month, null is no limit
 * @param maxBillIncreaseReason the row that set it, null without limit
 */
public record Eligibility(List<Exclusion> exclusions, Money maxBillIncrease, Reason maxBillIncreaseReason)
        implements Serializable {

    /** @param scope {@code *}, a service category, {@code NEEDS_FIBRE} or the code of an offer or bundle */
    public record Exclusion(String scope, Reason reason) implements Serializable {}
}
