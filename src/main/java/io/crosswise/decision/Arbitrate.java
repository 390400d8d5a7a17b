package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks what is left by what offering it is worth; the first allowed candidate is the offer. */
public class Arbitrate {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::isAllowed)
            .reversed()
            .thenComparing(Candidate::expectedValue, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Candidate::offer);

    /**
     * All candidates: allowed ones first, highest value first, ties by code; then the refused ones. A candidate that is worth
     * nothing is refused.
     *
     * <p>Value = expected net incremental margin in euros over the horizon of h months:
     * {@code (p₁ − p₀) × margin × h − p₁ × cannibalised × h − p₁ × discount × h − contact cost}, with p₁ = P(accept | offered),
     * p₀ = P(buys anyway), margin, cannibalised margin and discount in euros per month, and the contact cost of the cheapest
     * allowed channel (the channel is assigned later). The first term is the uplift of Radcliffe and Surry, "Real-World Uplift
     * Modelling" (2011), in money: what would have been bought anyway is not counted. Discount and cannibalisation weigh on
     * every acceptance, also on those that would have come anyway.
     *
     * @param allowedChannels when empty every candidate is refused, since nobody could be told
     * @param investmentLimit euros a discount may cost over the horizon, null without limit; an offer whose own discount costs more
     *     is refused, and people may grant no more on any other
     */
    public List<Candidate> arbitrate(
            List<Candidate> candidates, List<ChannelCode> allowedChannels, Money investmentLimit, DecisionSettings settings) {
        Optional<Money> contactCost = allowedChannels.stream()
                .map(channel -> settings.contactCost().getOrDefault(channel, Money.ZERO))
                .min(Comparator.naturalOrder());
        return candidates.stream()
                .map(candidate -> afford(candidate, investmentLimit, settings.horizonMonths()))
                .map(candidate -> judge(candidate, contactCost, settings.horizonMonths()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Candidate afford(Candidate candidate, Money investmentLimit, int months) {
        if (investmentLimit == null) {
            return candidate;
        }
        Money monthly = Money.euros(investmentLimit.doubleValue() / months);
        return candidate.discount().compareTo(monthly) > 0
                ? candidate.rejected(no(
                        "INVESTMENT_LIMIT",
                        "Its discount of %s a month is more than the %s this customer's value allows."
                                .formatted(candidate.discount(), monthly)))
                : candidate.grantingAtMost(monthly);
    }

    private static Candidate judge(Candidate candidate, Optional<Money> contactCost, int months) {
        if (!candidate.isAllowed()) {
            return candidate;
        } else if (contactCost.isEmpty()) {
            return candidate.rejected(
                    no("NO_CHANNEL_ALLOWED", "No channel may be used for this customer today."));
        }
        Money value = value(candidate, contactCost.get(), months);
        Candidate valued = candidate.valued(value);
        if (value.isPositive()) {
            return valued;
        }
        double uplift = candidate.chance().uplift();
        return valued.rejected(uplift < 0
                ? no("SLEEPING_DOG", "Offering it makes a purchase less likely, by %.1f points.".formatted(-100 * uplift))
                : no("NEGATIVE_VALUE", "Offering it is worth %s over %d months.".formatted(value, months)));
    }

    private static Money value(Candidate candidate, Money contactCost, int months) {
        double offered = candidate.ifOffered().value();
        double uplift = offered - candidate.ifNotOffered().value();
        double monthly = uplift * candidate.monthlyMargin().doubleValue()
                - offered * candidate.cannibalisedMargin().doubleValue()
                - offered * candidate.discount().doubleValue();
        return Money.euros(monthly * months).minus(contactCost);
    }

    private static Reason no(String code, String text) {
        return new Reason(code, Stage.ARBITRATION, null, text);
    }
}
