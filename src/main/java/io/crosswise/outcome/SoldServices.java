package io.crosswise.outcome;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the customer holds after saying yes: one holding per service sold. Price and margin of a bundle, after discount, are
 * shared among its services in proportion to their own prices; the cents add up. An offer of an upgrade names only what it adds, so
 * the larger service is held at its own price and margin.
 */
final class SoldServices {
    private SoldServices() {}

    static List<Holding> of(Decision decision, Money discount, Catalogue catalogue, LocalDate since) {
        OfferMade offer = decision.offer();
        LocalDate commitmentEnd = offer.contractMonths() == 0 ? null : since.plusMonths(offer.contractMonths());
        List<BigDecimal> weights =
                offer.services().stream().map(code -> ownPrice(code, decision, catalogue)).toList();
        Optional<Offer> upgrade =
                Optional.of(offer).filter(made -> made.kind().equals("UPSELL")).flatMap(made -> catalogue.offer(made.code()));
        Money price = upgrade.map(Offer::monthlyPrice).orElse(offer.monthlyPrice());
        Money margin = upgrade.map(Offer::monthlyMargin).orElse(offer.monthlyMargin());
        List<Money> prices = share(price.minus(discount), weights);
        List<Money> margins = share(margin.minus(discount), weights);
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Service service = service(offer.services().get(i), catalogue);
            holdings.add(new Holding(
                    service.code(), service.category(), service.tier(), prices.get(i), margins.get(i), since, commitmentEnd));
        }
        return holdings;
    }

    private static BigDecimal ownPrice(String service, Decision decision, Catalogue catalogue) {
        return catalogue.offers().stream()
                .filter(offer -> offer.service().equals(service) && offer.market() == decision.market())
                .map(Offer::monthlyPrice)
                .map(Money::amount)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    private static Service service(String code, Catalogue catalogue) {
        return catalogue.services().stream()
                .filter(service -> service.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Catalogue " + catalogue.version() + " has no service " + code));
    }

    private static List<Money> share(Money whole, List<BigDecimal> weights) {
        BigDecimal left = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Money rest = whole;
        List<Money> shares = new ArrayList<>();
        for (BigDecimal weight : weights) {
            Money part = left.signum() == 0
                    ? rest
                    : new Money(rest.amount().multiply(weight).divide(left, 2, RoundingMode.HALF_UP));
            shares.add(part);
            rest = rest.minus(part);
            left = left.subtract(weight);
        }
        return shares;
    }
}
