package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.scoring.UpliftClass;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in euros what each candidate is worth, also of refused ones, so that the price of a refusal is known; refuses what is worth nothing. */
class ValueCandidates {
    /** In the order given; what was no candidate in the first place, such as a service held, has no value. */
    List<Candidate> value(List<Candidate> candidates, Leeway leeway, DecisionSettings settings) {
        Money monthly = leeway.mostDiscount(settings.horizonMonths());
        return candidates.stream()
                .map(candidate -> wasNone(candidate)
                        ? candidate
                        : judge(
                                afford(candidate, monthly, leeway)
                                        .valued(NetValue.of(
                                                candidate, settings.horizonMonths(), contactCost(candidate, leeway, settings))),
                                leeway,
                                settings.horizonMonths()))
                .toList();
    }

    /**
     * Of the cheapest channel that may speak of the offer, since the channel is assigned later and a dearer one only while it leaves
     * something of the value. Channels that may be used now count before those whose window has yet to open; of all when there is neither.
     */
    private static Money contactCost(Candidate candidate, Leeway leeway, DecisionSettings settings) {
        Map<ChannelCode, Money> costs = settings.contactCost();
        List<ChannelCode> carrying = leeway.permissions().carrying(candidate.categories());
        return (carrying.isEmpty()
                        ? costs.values().stream()
                        : carrying.stream().map(channel -> costs.getOrDefault(channel, Money.ZERO)))
                .min(Comparator.naturalOrder())
                .orElse(Money.ZERO);
    }

    private static boolean wasNone(Candidate candidate) {
        return candidate.verdict() instanceof Verdict.Rejected rejected && rejected.reason().stage() == Stage.CANDIDATES;
    }

    /** An offer whose own discount costs more than the limit is refused, and people may grant no more on any other. */
    private static Candidate afford(Candidate candidate, Money monthly, Leeway leeway) {
        if (monthly == null) {
            return candidate;
        }
        return candidate.discount().compareTo(monthly) > 0
                ? candidate.rejected(new Reason(
                        "INVESTMENT_LIMIT",
                        Stage.ARBITRATION,
                        leeway.strategy().reason().rule(),
                        "Sa remise de %1$s par mois dépasse les %2$s que vaut ce client. || Its discount of %1$s a month is more than the %2$s this customer's value allows."
                                .formatted(candidate.discount(), monthly)))
                : candidate.grantingAtMost(monthly);
    }

    private static Candidate judge(Candidate valued, Leeway leeway, int months) {
        if (leeway.channels().isEmpty()) {
            return valued.rejected(no(
                    "NO_CHANNEL_ALLOWED",
                    "Aucun canal n'est permis pour ce client aujourd'hui. || No channel may be used for this customer today."));
        }
        if (valued.expectedValue().isPositive()) {
            return valued;
        }
        Reason worthless = no("NEGATIVE_VALUE", valued.value().inFrench(months) + " || " + valued.value().inEnglish(months));
        return valued.rejected(isSleepingDog(valued) ? sleepingDog(valued, worthless) : worthless);
    }

    /** A bundle's chances are made of its parts' and meant for euros; what they differ by says nothing about the customer. */
    private static boolean isSleepingDog(Candidate candidate) {
        return candidate.kind() != Candidate.Kind.BUNDLE && candidate.chance().upliftClass() == UpliftClass.SLEEPING_DOG;
    }

    private static Reason sleepingDog(Candidate candidate, Reason worthless) {
        double points = -100 * candidate.chance().uplift();
        return no(
                "SLEEPING_DOG",
                "La proposer rend l'achat moins probable, de %.1f points. %s || Offering it makes a purchase less likely, by %.1f points. %s"
                        .formatted(points, worthless.fr(), points, worthless.text()));
    }

    private static Reason no(String code, String words) {
        return new Reason(code, Stage.ARBITRATION, null, words);
    }
}
