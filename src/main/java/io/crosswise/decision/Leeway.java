package io.crosswise.decision;

import io.crosswise.experiment.ApplyArms;
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
 * @param channels that may be used; when empty every candidate is refused, since nobody could be told
 * @param exclusions of all policy tables
 * @param arms of experiments the customer is in
 */
public record Leeway(
        Strategy strategy,
        Money lifetimeValue,
        List<ChannelCode> channels,
        Exclusions exclusions,
        Levers levers,
        ApplyArms arms) {
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
