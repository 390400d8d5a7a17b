package io.crosswise.decision;

import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Strategy;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.util.List;

/**
 * What the stages before arbitration leave it to work with.
 *
 * @param lifetimeValue of the customer in euros, null unknown
 * @param permissions which channels may be used; when there is none every candidate is refused, since nobody could be told
 * @param exclusions of all policy tables
 * @param arms of experiments the customer is in
 */
public record Leeway(
        Strategy strategy,
        Money lifetimeValue,
        ContactPermissions permissions,
        Exclusions exclusions,
        Levers levers,
        ApplyArms arms) {
    /** Channels that can carry an offer, now or when their window opens. */
    List<ChannelCode> channels() {
        return permissions.reachable();
    }

    /** Euros a discount may cost over the horizon, null without limit. */
    Money investmentLimit() {
        return strategy.investmentLimit(lifetimeValue);
    }

    /** Euros a month a discount may cost, null without limit. @param horizonMonths months it is given for */
    Money mostDiscount(int horizonMonths) {
        Money limit = investmentLimit();
        return limit == null ? null : Money.euros(limit.doubleValue() / horizonMonths);
    }
}
