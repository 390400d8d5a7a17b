package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import java.util.Set;

/**
 * A bundle, as rules read it; euros per month.
 *
 * @param key tells it apart from the others that are judged with it
 * @param added number of services the customer would get
 * @param categories of those services
 * @param kept codes of the services in it that are held
 * @param price after discount
 * @param partsPrice what the added parts cost one by one
 * @param cap largest discount a person may grant on the added parts
 * @param margin left after the discount
 * @param marginShare that margin over the margin before the discount; 0 when there was none
 * @param discountShare discount over the price of what is added
 * @param loss taken from services held
 * @param twice whether two services of the bundle are of the same category
 */
public record OfferedBundle(
        String key,
        int added,
        Set<ServiceCategory> categories,
        List<String> kept,
        Money price,
        Money partsPrice,
        Money discount,
        Money cap,
        Money margin,
        double marginShare,
        double discountShare,
        Money loss,
        int contractMonths,
        int trialDays,
        boolean twice) {
    static OfferedBundle of(String key, Composition composition) {
        Candidate bundle = composition.bundle();
        return new OfferedBundle(
                key,
                bundle.services().size(),
                bundle.categories(),
                composition.kept().stream().map(holding -> holding.service()).toList(),
                bundle.netMonthlyPrice(),
                composition.partsPrice(),
                bundle.discount(),
                composition.discountCap(),
                composition.netMargin(),
                over(composition.netMargin(), bundle.monthlyMargin()),
                over(bundle.discount(), composition.partsPrice()),
                bundle.cannibalisedMargin(),
                bundle.contractMonths(),
                bundle.trialDays(),
                composition.twice());
    }

    public double marginEuros() {
        return margin.doubleValue();
    }

    public double lossEuros() {
        return loss.doubleValue();
    }

    public boolean dearerThanParts() {
        return price.compareTo(partsPrice) > 0;
    }

    public boolean aboveCap() {
        return discount.compareTo(cap) > 0;
    }

    /** Whether part of the bundle is held already. */
    public boolean completion() {
        return !kept.isEmpty();
    }

    private static double over(Money part, Money whole) {
        return whole.isPositive() ? part.doubleValue() / whole.doubleValue() : 0;
    }
}
