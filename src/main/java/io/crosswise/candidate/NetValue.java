package io.crosswise.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import java.io.Serializable;

/**
 * What offering something is expected to earn, in euros over the horizon, with each part of it.
 *
 * @param gained margin of those who accept: P(accept | offered) × margin × months
 * @param anyway margin that would have come without the offer: P(buys anyway) × margin × months
 * @param cannibalised margin lost on services held by those who accept
 * @param discount given to those who accept
 * @param contactCost of telling the customer
 */
public record NetValue(Money gained, Money anyway, Money cannibalised, Money discount, Money contactCost) implements Serializable {
    /** Euros; what is left of the margin gained after everything else. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Money total() {
        return gained.minus(anyway).minus(cannibalised).minus(discount).minus(contactCost);
    }

    /**
     * {@code p₁ × m × h − p₀ × m × h − p₁ × k × h − p₁ × d × h − c}, with margin m, cannibalised margin k and discount d of the
     * candidate in euros per month, horizon h in months and contact cost c. The first two terms are the uplift of Radcliffe and
     * Surry, "Real-World Uplift Modelling" (2011), in money. Discount and cannibalisation weigh on every acceptance, also on those
     * that would have come anyway.
     */
    public static NetValue of(Candidate candidate, int months, Money contactCost) {
        return new NetValue(
                expected(candidate.ifOffered(), candidate.monthlyMargin(), months),
                expected(candidate.ifNotOffered(), candidate.monthlyMargin(), months),
                expected(candidate.ifOffered(), candidate.cannibalisedMargin(), months),
                expected(candidate.ifOffered(), candidate.discount(), months),
                contactCost);
    }

    private static Money expected(Probability chance, Money monthly, int months) {
        return monthly.times(chance.value() * months);
    }
}
