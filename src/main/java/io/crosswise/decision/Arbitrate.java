package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Ranks what is left by what offering it is worth; the first allowed candidate is the offer. */
public class Arbitrate {
    /**
     * All candidates: allowed ones first, highest value times levers first, ties by code; then the refused ones. A candidate that is
     * worth nothing is refused whatever the levers say.
     *
     * @param allowedChannels when empty every candidate is refused, since nobody could be told; else the contact cost counted is
     *     that of the cheapest (the channel is assigned later)
     * @param investmentLimit euros a discount may cost over the horizon, null without limit; an offer whose own discount costs more
     *     is refused, and people may grant no more on any other
     */
    public List<Candidate> arbitrate(
            List<Candidate> candidates,
            List<ChannelCode> allowedChannels,
            Money investmentLimit,
            Levers levers,
            DecisionSettings settings) {
        Optional<Money> contactCost = allowedChannels.stream()
                .map(channel -> settings.contactCost().getOrDefault(channel, Money.ZERO))
                .min(Comparator.naturalOrder());
        return candidates.stream()
                .map(candidate -> afford(candidate, investmentLimit, settings.horizonMonths()))
                .map(candidate -> judge(candidate, contactCost, settings.horizonMonths()))
                .sorted(bestFirst(levers))
                .toList();
    }

    private static Comparator<Candidate> bestFirst(Levers levers) {
        return Comparator.comparing(Candidate::isAllowed)
                .reversed()
                .thenComparing(candidate -> score(candidate, levers), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Candidate::offer);
    }

    /** Euros; null when the candidate was refused before it was valued. */
    private static Double score(Candidate candidate, Levers levers) {
        if (candidate.value() == null) {
            return null;
        }
        double factor = levers.on(candidate).stream().mapToDouble(Lever::factor).reduce(1, (one, other) -> one * other);
        return candidate.expectedValue().doubleValue() * factor;
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
        Candidate valued = candidate.valued(NetValue.of(candidate, months, contactCost.get()));
        Money value = valued.expectedValue();
        if (value.isPositive()) {
            return valued;
        }
        double uplift = candidate.chance().uplift();
        return valued.rejected(uplift < 0
                ? no("SLEEPING_DOG", "Offering it makes a purchase less likely, by %.1f points.".formatted(-100 * uplift))
                : no("NEGATIVE_VALUE", "Offering it is worth %s over %d months.".formatted(value, months)));
    }

    private static Reason no(String code, String text) {
        return new Reason(code, Stage.ARBITRATION, null, text);
    }
}
