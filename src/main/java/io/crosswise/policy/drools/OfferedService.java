package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;

/**
 * A candidate of one service, as rules read it.
 *
 * @param tier level within the category, 1 the smallest; null when the catalogue does not know the offer
 * @param upgrade whether it replaces a service of the same category
 * @param margin euros per month; of an upgrade what it adds to the margin of the service it replaces
 * @param maxDiscount largest discount a person may grant, euros per month
 */
public record OfferedService(
        String offer,
        ServiceCategory category,
        Integer tier,
        boolean upgrade,
        Money margin,
        Money maxDiscount,
        int contractMonths,
        int trialDays) {
    static OfferedService of(Candidate candidate, Catalogue catalogue) {
        return new OfferedService(
                candidate.offer(),
                candidate.categories().iterator().next(),
                catalogue.offer(candidate.offer()).map(Offer::tier).orElse(null),
                candidate.kind() == Candidate.Kind.UPSELL,
                candidate.monthlyMargin(),
                candidate.maxDiscount(),
                candidate.contractMonths(),
                candidate.trialDays());
    }

    public double marginEuros() {
        return margin.doubleValue();
    }

    public double maxDiscountEuros() {
        return maxDiscount.doubleValue();
    }

    /** Whether its own lock-in frees more committed margin of the service it replaces than it adds until that would have ended. */
    public boolean freesMoreThanItAdds(HeldService held) {
        return freed(held).compareTo(gained(held)) > 0;
    }

    /** Euros of the held service's margin in the months of its lock-in that the new one does not cover. */
    public Money freed(HeldService held) {
        return held.margin().times(Math.max(0, held.lockInMonths() - contractMonths));
    }

    /** Euros of margin it adds until the held service's lock-in would have ended. */
    public Money gained(HeldService held) {
        return margin.times(held.lockInMonths());
    }
}
