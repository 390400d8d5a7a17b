package io.crosswise.candidate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosswise.shared.Money;
import java.io.Serializable;

/**
 * What offering something is expected to earn, in euros over the horizon, with each part of it.
 *
 * @param gained margin of those who accept
 * @param anyway margin that would have come without the offer
 * @param cannibalised margin lost on services held because of the offer
 * @param discount given to those who accept
 * @param contactCost of telling the customer
 */
public record NetValue(Money gained, Money anyway, Money cannibalised, Money discount, Money contactCost) implements Serializable {
    private static final double DAYS_OF_A_MONTH = 30;

    /** Euros; what is left of the margin gained after everything else. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Money total() {
        return gained.minus(anyway).minus(cannibalised).minus(discount).minus(contactCost);
    }

    /** Euros; what is left of the margin gained before anybody is told. */
    public Money beforeContact() {
        return total().plus(contactCost);
    }

    /** One sentence with every part, in English. */
    public String inEnglish(int months) {
        return "Over " + months + " months it gains " + gained + " of margin, but " + anyway + " would come anyway, " + cannibalised
                + " is lost on services held, " + discount + " is discount and " + contactCost + " the contact: " + total() + ".";
    }

    /** The same in French. */
    public String inFrench(int months) {
        return "Sur " + months + " mois, l'offre rapporte " + gained + " de marge, mais " + anyway + " viendraient de toute façon, "
                + cannibalised + " sont perdus sur les services détenus, " + discount + " sont la remise et " + contactCost
                + " le contact : " + total() + ".";
    }

    /**
     * {@code p₁ × M − p₀ × M − max(0, p₁ − p₀) × k × h − p₁ × d × h − c}, with p₁ = P(accept | offered), p₀ = P(buys anyway), lost
     * margin k and discount d of the candidate in euros per month, horizon h in months and contact cost c. M is the margin of one
     * acceptance over the horizon: margin × h less what the days of a trial would have been paid for, net price × days / 30.
     *
     * <p>The first two terms are the uplift of Radcliffe and Surry, "Real-World Uplift Modelling" (2011), in money. Who would have
     * bought anyway gets the discount too, so it weighs on every acceptance; but what such a purchase takes from services held would be
     * lost without the offer as well, so only the purchases the offer adds are charged with it.
     */
    public static NetValue of(Candidate candidate, int months, Money contactCost) {
        double offered = candidate.ifOffered().value();
        double anyway = candidate.ifNotOffered().value();
        Money margin = candidate.monthlyMargin()
                .times(months)
                .minus(candidate.netMonthlyPrice().times(candidate.trialDays() / DAYS_OF_A_MONTH));
        return new NetValue(
                margin.times(offered),
                margin.times(anyway),
                candidate.cannibalisedMargin().times(Math.max(0, offered - anyway) * months),
                candidate.discount().times(offered * months),
                contactCost);
    }
}
