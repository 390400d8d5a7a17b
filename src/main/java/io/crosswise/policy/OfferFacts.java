package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.Money;
import io.crosswise.shared.Possible;
import java.io.Serializable;
import java.util.List;

/**
 * The winning candidate as decision tables read it, in the variable {@code offer}.
 *
 * @param kind {@code CROSS_SELL}, {@code UPSELL}, {@code BUNDLE} or {@code RETENTION}
 * @param netMonthlyPrice euros per month after discount
 * @param discount euros per month
 * @param discountShare discount over price before discount, 0 when the price is not positive
 * @param maxDiscount euros per month
 * @param expectedValue euros over the horizon, null before arbitration
 * @param categories of the services it adds
 */
public record OfferFacts(
        @Possible(always = true) String code,
        @Possible(of = Candidate.Kind.class, always = true) String kind,
        double netMonthlyPrice,
        @Possible(min = 0) double discount,
        @Possible(min = 0) double discountShare,
        @Possible(min = 0) double maxDiscount,
        Double expectedValue,
        @Possible(always = true) List<String> categories,
        @Possible(min = 0) int contractMonths)
        implements Serializable {

    public static OfferFacts of(Candidate candidate) {
        Money price = candidate.monthlyPrice();
        return new OfferFacts(
                candidate.offer(),
                candidate.kind().name(),
                candidate.netMonthlyPrice().doubleValue(),
                candidate.discount().doubleValue(),
                price.isPositive() ? candidate.discount().doubleValue() / price.doubleValue() : 0,
                candidate.maxDiscount().doubleValue(),
                candidate.expectedValue() == null ? null : candidate.expectedValue().doubleValue(),
                candidate.categories().stream().map(Enum::name).sorted().toList(),
                candidate.contractMonths());
    }
}
