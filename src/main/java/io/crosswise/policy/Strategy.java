package io.crosswise.policy;

import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Set;

/**
 * What {@code strategy.dmn} decides to do with a customer.
 *
 * @param focus categories to look for candidates in; empty is all
 */
public record Strategy(Play play, Set<ServiceCategory> focus, Reason reason) implements Serializable {
    public enum Play {
        CROSS_SELL,
        UPSELL,
        RETAIN,
        LEAVE_ALONE
    }

    public boolean sells() {
        return play == Play.CROSS_SELL || play == Play.UPSELL;
    }
}
