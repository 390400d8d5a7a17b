package io.crosswise.candidate;

import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import java.io.Serializable;

/**
 * Margin that a candidate would take from one service held.
 *
 * @param held code of that service
 * @param monthly euros per month: the share of what the service earns now
 * @param reason the rule or table row that charges it, with the euros
 */
public record Loss(String held, Money monthly, Share share, Reason reason) implements Serializable {
    /** @param margin euros per month the held service earns now @param why without the euros */
    public static Loss of(String held, Money margin, Share share, Reason why) {
        Money monthly = margin.times(share.value());
        return new Loss(
                held,
                monthly,
                share,
                why.adding(
                        "Coûte " + monthly + " par mois sur " + held + " (" + share.inFrench() + ").",
                        "Costs " + monthly + " a month on " + held + " (" + share.inEnglish() + ")."));
    }
}
