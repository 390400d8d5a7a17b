package io.crosswise.candidate;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Market;
import java.util.List;
import java.util.Optional;

/** Says what services held cost and earn, for whoever compares a new service with them: what nobody said is taken from the catalogue. */
public final class PriceHoldings {
    private PriceHoldings() {}

    /** The holdings in their order; one of a service that is no longer sold keeps its unknown price and margin, which are null. */
    public static List<Holding> price(CustomerProfile profile, Catalogue catalogue) {
        return profile.holdings().stream().map(holding -> price(holding, profile.market(), catalogue)).toList();
    }

    private static Holding price(Holding held, Market market, Catalogue catalogue) {
        if (held.monthlyPrice() != null && held.monthlyMargin() != null) {
            return held;
        }
        Optional<Offer> sold = catalogue.offers().stream()
                .filter(offer -> offer.service().equals(held.service()) && offer.market() == market)
                .findFirst();
        return sold.map(offer -> new Holding(
                        held.service(),
                        held.category(),
                        held.tier(),
                        held.monthlyPrice() == null ? offer.monthlyPrice() : held.monthlyPrice(),
                        held.monthlyMargin() == null ? offer.monthlyMargin() : held.monthlyMargin(),
                        held.since(),
                        held.commitmentEnd()))
                .orElse(held);
    }
}
