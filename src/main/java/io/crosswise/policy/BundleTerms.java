package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a bundle made of certain parts costs, earns and takes; part of {@link FindBundles}. */
final class BundleTerms {
    private BundleTerms() {}

    /**
     * The candidate: price, margin and chance are those of the parts the customer would get, since holding a part makes it a
     * completion. It is accepted like its least wanted part, and takes from a service held what the part takes that takes most.
     */
    static Candidate of(Bundle bundle, List<Candidate> parts) {
        Money margin = sum(parts, Candidate::monthlyMargin);
        Money grantable = sum(parts, Candidate::maxDiscount);
        Money discount = bundle.monthlyDiscount();
        Candidate candidate = new Candidate(
                bundle.code(),
                bundle.name(),
                Kind.BUNDLE,
                parts.stream().flatMap(part -> part.services().stream()).toList(),
                categories(parts),
                sum(parts, Candidate::monthlyPrice),
                margin,
                discount,
                grantable.compareTo(discount) < 0 ? discount : grantable,
                parts.stream().mapToInt(Candidate::contractMonths).max().orElse(0),
                bundle.trialDays() != null
                        ? bundle.trialDays()
                        : parts.stream().mapToInt(Candidate::trialDays).min().orElse(0),
                parts.stream().anyMatch(Candidate::needsFibre),
                parts.stream().map(Candidate::ifOffered).min(Comparator.naturalOrder()).orElse(Probability.ZERO),
                boughtAnyway(parts, margin),
                List.of(),
                notes(parts),
                Verdict.ALLOWED,
                null);
        for (Candidate part : parts) {
            candidate = part.losses().stream().reduce(candidate, Candidate::losing, (first, second) -> second);
        }
        return candidate;
    }

    /**
     * The probability that makes the bundle's whole margin worth what the customer would bring by buying parts unasked:
     * Σ P(buys part unasked) × margin of part / Σ margin of part. The chance of buying the very bundle unasked would be near
     * zero and would credit the offer with sales that come anyway.
     */
    private static Probability boughtAnyway(List<Candidate> parts, Money margin) {
        if (!margin.isPositive()) {
            return parts.stream().map(Candidate::ifNotOffered).max(Comparator.naturalOrder()).orElse(Probability.ZERO);
        }
        double expected = parts.stream()
                .mapToDouble(part -> part.ifNotOffered().value() * part.monthlyMargin().doubleValue())
                .sum();
        return new Probability(Math.min(1, Math.max(0, expected / margin.doubleValue())));
    }

    private static Set<ServiceCategory> categories(List<Candidate> parts) {
        Set<ServiceCategory> categories = EnumSet.noneOf(ServiceCategory.class);
        parts.forEach(part -> categories.addAll(part.categories()));
        return categories;
    }

    private static List<Reason> notes(List<Candidate> parts) {
        return parts.stream().flatMap(part -> part.notes().stream()).distinct().toList();
    }

    private static Money sum(List<Candidate> parts, Function<Candidate, Money> amount) {
        return parts.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
