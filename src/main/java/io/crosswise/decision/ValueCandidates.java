package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in euros what each candidate is worth, also of refused ones, so that the price of a refusal is known; refuses what is worth nothing. */
class ValueCandidates {
    /** In the order given; what was no candidate in the first place, such as a service held, has no value. */
    List<Candidate> value(List<Candidate> candidates, Leeway leeway, DecisionSettings settings) {
        Money contactCost = contactCost(leeway.channels(), settings.contactCost());
        Money limit = leeway.investmentLimit();
        Money monthly = limit == null ? null : Money.euros(limit.doubleValue() / settings.horizonMonths());
        return candidates.stream()
                .map(candidate -> wasNone(candidate)
                        ? candidate
                        : judge(
                                afford(candidate, monthly, leeway)
                                        .valued(NetValue.of(candidate, settings.horizonMonths(), contactCost)),
                                leeway,
                                settings.horizonMonths()))
                .toList();
    }

    /** Of the cheapest channel allowed, since the channel is assigned later; of the cheapest at all when none is. */
    private static Money contactCost(List<ChannelCode> allowed, Map<ChannelCode, Money> costs) {
        Collection<Money> possible = allowed.isEmpty()
                ? costs.values()
                : allowed.stream().map(channel -> costs.getOrDefault(channel, Money.ZERO)).toList();
        return possible.stream().min(Comparator.naturalOrder()).orElse(Money.ZERO);
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
        double uplift = valued.chance().uplift();
        return valued.rejected(
                uplift < 0
                        ? no(
                                "SLEEPING_DOG",
                                "La proposer rend l'achat moins probable, de %1$.1f points. || Offering it makes a purchase less likely, by %1$.1f points."
                                        .formatted(-100 * uplift))
                        : no(
                                "NEGATIVE_VALUE",
                                valued.value().inFrench(months) + " || " + valued.value().inEnglish(months)));
    }

    private static Reason no(String code, String words) {
        return new Reason(code, Stage.ARBITRATION, null, words);
    }
}
