package io.crosswise.policy;

import io.crosswise.candidate.Search;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Set;

/**
 * What {@code strategy.dmn} decides to do with a customer.
 *
 * @param focus categories to look for candidates in; empty is all
 * @param discoveries how many services from outside the focus may be looked at because customers with the same services hold them
 * @param investmentShare share of the customer's lifetime value a discount may cost, [0,1]; null is not limited
 * @param discountShare share of an offer's largest discount that is given from the start, [0,1]
 */
public record Strategy(
        Play play, Set<ServiceCategory> focus, int discoveries, Double investmentShare, double discountShare, Reason reason)
        implements Serializable {
    public enum Play {
        CROSS_SELL,
        UPSELL,
        RETAIN,
        LEAVE_ALONE
    }

    public boolean sells() {
        return play == Play.CROSS_SELL || play == Play.UPSELL;
    }

    /** Euros a discount may cost over the horizon; null when the share or the customer's value is not known. */
    public Money investmentLimit(Money lifetimeValue) {
        return investmentShare == null || lifetimeValue == null
                ? null
                : Money.euros(Math.max(0, investmentShare * lifetimeValue.doubleValue()));
    }

    /** Where candidates are looked for. */
    public Search search() {
        return new Search(focus, play == Play.UPSELL, discoveries, discountShare);
    }
}
