package io.crosswise.outcome;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.decision.Decision;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the customer holds after saying yes: one holding per service sold, at the price and margin the catalogue has for it, less its
 * share of the discount (a bundle's rebate is one). An upgrade is offered at the difference to the service it replaces, alone or in a
 * bundle, but held at its whole price. The discount is shared in proportion to the prices; the cents add up.
 */
final class SoldServices {
    private SoldServices() {}

    static List<Holding> of(Decision decision, Money discount, Catalogue catalogue, LocalDate since) {
        LocalDate commitmentEnd = decision.offer().contractMonths() == 0
                ? null
                : since.plusMonths(decision.offer().contractMonths());
        List<Offer> sold = decision.offer().services().stream()
                .map(service -> listed(service, decision, catalogue))
                .toList();
        List<Money> off = share(discount, sold.stream().map(part -> part.monthlyPrice().amount()).toList());
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < sold.size(); i++) {
            Offer part = sold.get(i);
            holdings.add(new Holding(
                    part.service(),
                    part.category(),
                    part.tier(),
                    part.monthlyPrice().minus(off.get(i)),
                    part.monthlyMargin().minus(off.get(i)),
                    since,
                    commitmentEnd));
        }
        return holdings;
    }

    /** The offer itself where one was made alone, since a service may be listed under several; else the first of the service. */
    private static Offer listed(String service, Decision decision, Catalogue catalogue) {
        return catalogue.offer(decision.offer().code())
                .or(() -> catalogue.offers().stream()
                        .filter(offer -> offer.service().equals(service) && offer.market() == decision.market())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "Catalogue " + catalogue.version() + " has no offer of the service " + service));
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
