package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;

/**
 * A candidate of one service, as rules read it.
 *
 * @param upgrade whether it replaces a service of the same category
 * @param margin euros per month; of an upgrade what it adds to the margin of the service it replaces
 */
public record OfferedService(String offer, ServiceCategory category, boolean upgrade, Money margin) {
    static OfferedService of(Candidate candidate) {
        return new OfferedService(
                candidate.offer(),
                candidate.categories().iterator().next(),
                candidate.kind() == Candidate.Kind.UPSELL,
                candidate.monthlyMargin());
    }

    public double marginEuros() {
        return margin.doubleValue();
    }
}
