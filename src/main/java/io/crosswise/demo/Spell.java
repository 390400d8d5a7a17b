package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Money;
import java.time.LocalDate;

/**
 * A service held for a time.
 *
 * @param offer as which it was bought
 * @param price euros per month
 * @param until turn of the month from which it is gone; below every month of the history when it stays
 * @param renews whether the contract is signed again for 24 months each time it ends
 */
record Spell(Offer offer, Money price, Moment since, int until, boolean renews) {
    static final int STAYS = Integer.MIN_VALUE;
    private static final int RENEWAL_MONTHS = 24;

    boolean heldAt(int month) {
        return since.before(month) && month > until;
    }

    Spell endingAt(int month) {
        return new Spell(offer, price, since, Math.max(until, month), renews);
    }

    Holding at(int month, LocalDate anchor) {
        LocalDate start = since.on(anchor);
        Money margin = offer.monthlyMargin().plus(price.minus(offer.monthlyPrice()));
        return new Holding(
                offer.service(),
                offer.category(),
                offer.tier(),
                price,
                margin,
                start,
                commitmentEnd(start, anchor.minusMonths(month)));
    }

    private LocalDate commitmentEnd(LocalDate start, LocalDate today) {
        if (offer.contractMonths() == 0) {
            return null;
        }
        int months = offer.contractMonths();
        while (renews && start.plusMonths(months).isBefore(today)) {
            months += RENEWAL_MONTHS;
        }
        return start.plusMonths(months);
    }
}
