package io.crosswise.policy.drools;

import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * A bundle, as rules read it; euros per month.
 *
 * @param added number of services the customer would get
 * @param kept codes of the services in it that are held
 * @param price after discount
 * @param partsPrice what the added parts cost one by one
 * @param margin left after the discount
 * @param discountShare discount over the price of what is added
 * @param twice whether two services of the bundle are of the same category
 */
public record OfferedBundle(
        String offer,
        int added,
        List<String> kept,
        Money price,
        Money partsPrice,
        Money margin,
        double discountShare,
        int contractMonths,
        boolean twice) {
    static OfferedBundle of(Composition bundle) {
        double parts = bundle.partsPrice().doubleValue();
        return new OfferedBundle(
                bundle.bundle().offer(),
                bundle.bundle().services().size(),
                bundle.kept().stream().map(holding -> holding.service()).toList(),
                bundle.bundle().netMonthlyPrice(),
                bundle.partsPrice(),
                bundle.netMargin(),
                parts > 0 ? bundle.bundle().discount().doubleValue() / parts : 0,
                bundle.bundle().contractMonths(),
                twice(bundle));
    }

    public double marginEuros() {
        return margin.doubleValue();
    }

    public boolean dearerThanParts() {
        return price.compareTo(partsPrice) > 0;
    }

    /** Whether part of the bundle is held already. */
    public boolean completion() {
        return !kept.isEmpty();
    }

    private static boolean twice(Composition bundle) {
        List<ServiceCategory> categories = new ArrayList<>();
        bundle.added().forEach(part -> categories.addAll(part.categories()));
        bundle.kept().forEach(holding -> categories.add(holding.category()));
        return !categories.isEmpty() && EnumSet.copyOf(categories).size() < categories.size();
    }
}
