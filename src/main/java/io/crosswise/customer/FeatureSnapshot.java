package io.crosswise.customer;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What models could have read of a customer on a day; kept once a month, so that what happened since can be learnt from.
 *
 * @param held categories held
 * @param services codes of the services held
 * @param margin euros per month, null when unknown of every service
 */
public record FeatureSnapshot(
        CustomerId customer,
        LocalDate asOf,
        Market market,
        Set<ServiceCategory> held,
        Set<String> services,
        Double margin,
        Map<String, Double> features) {

    public static FeatureSnapshot of(CustomerProfile profile, LocalDate asOf) {
        return new FeatureSnapshot(
                profile.id(),
                asOf,
                profile.market(),
                profile.heldCategories(),
                profile.holdings().stream().map(Holding::service).collect(Collectors.toSet()),
                margin(profile, asOf),
                CustomerFeatures.of(profile, asOf));
    }

    /** Sum of the known margins of the services, less what a running promotion takes off. */
    private static Double margin(CustomerProfile profile, LocalDate asOf) {
        Money sum = profile.holdings().stream()
                .map(Holding::monthlyMargin)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
        Promotion promotion = profile.promotion();
        boolean runs = promotion != null
                && promotion.end() != null
                && !promotion.end().isBefore(asOf)
                && promotion.priceAfter() != null
                && promotion.priceDuring() != null;
        return sum == null
                ? null
                : (runs ? sum.minus(promotion.priceAfter().minus(promotion.priceDuring())) : sum).doubleValue();
    }
}
