package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts allowed candidates together to the bundles of the catalogue; looks at every bundle, so that none is missed. */
public class FindBundles {
    private final BundleRules rules;
    private final ApplyExclusions applyExclusions;

    public FindBundles(BundleRules rules, ApplyExclusions applyExclusions) {
        this.rules = rules;
        this.applyExclusions = applyExclusions;
    }

    /**
     * The bundles of which each part is an allowed candidate or held already, and at least one is new; by code, each allowed or
     * refused. Price, margin and chance are those of the parts the customer would get: holding a part makes it a completion.
     *
     * @param candidates singles as judged so far; refused ones are no parts
     * @param exclusions judge the bundle itself: its code and its price
     */
    public List<Candidate> find(
            List<Candidate> candidates, CustomerProfile profile, Catalogue catalogue, Exclusions exclusions, LocalDate asOf) {
        List<Composition> compositions = catalogue.bundles().stream()
                .filter(bundle -> bundle.market() == profile.market())
                .sorted(Comparator.comparing(Bundle::code))
                .flatMap(bundle -> compose(bundle, candidates, profile, catalogue).stream())
                .toList();
        return compositions.isEmpty()
                ? List.of()
                : applyExclusions.apply(rules.judge(compositions, profile, asOf), exclusions);
    }

    private static Optional<Composition> compose(
            Bundle bundle, List<Candidate> candidates, CustomerProfile profile, Catalogue catalogue) {
        List<Candidate> added = new ArrayList<>();
        List<Holding> kept = new ArrayList<>();
        for (String part : bundle.offers()) {
            Optional<Candidate> candidate =
                    candidates.stream().filter(Candidate::isAllowed).filter(single -> single.offer().equals(part)).findFirst();
            Optional<Holding> holding = catalogue.offer(part).flatMap(offer -> held(offer, profile));
            if (candidate.isPresent()) {
                added.add(candidate.get());
            } else if (holding.isPresent()) {
                kept.add(holding.get());
            } else {
                return Optional.empty();
            }
        }
        return added.isEmpty() ? Optional.empty() : Optional.of(new Composition(bundled(bundle, added), added, kept));
    }

    /** The holding that stands for the part: the same service, or one of its category at the same or a higher level. */
    private static Optional<Holding> held(Offer part, CustomerProfile profile) {
        return profile.holdings().stream()
                .filter(holding -> holding.category() == part.category())
                .filter(holding -> holding.service().equals(part.service())
                        || (holding.tier() != null && holding.tier() >= part.tier()))
                .findFirst();
    }

    private static Candidate bundled(Bundle bundle, List<Candidate> parts) {
        Money margin = sum(parts.stream().map(Candidate::monthlyMargin).toList());
        Money grantable = sum(parts.stream().map(Candidate::maxDiscount).toList());
        Money discount = bundle.monthlyDiscount();
        return new Candidate(
                bundle.code(),
                bundle.name(),
                Kind.BUNDLE,
                parts.stream().flatMap(part -> part.services().stream()).toList(),
                categories(parts),
                sum(parts.stream().map(Candidate::monthlyPrice).toList()),
                margin,
                discount,
                grantable.compareTo(discount) < 0 ? discount : grantable,
                parts.stream().mapToInt(Candidate::contractMonths).max().orElse(0),
                parts.stream().mapToInt(Candidate::trialDays).min().orElse(0),
                parts.stream().anyMatch(Candidate::needsFibre),
                parts.stream().map(Candidate::ifOffered).min(Comparator.naturalOrder()).orElse(Probability.ZERO),
                boughtAnyway(parts, margin),
                sum(parts.stream().map(Candidate::cannibalisedMargin).toList()),
                notes(parts),
                Verdict.ALLOWED,
                null);
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
        return parts.stream().flatMap(part -> part.notes().stream()).toList();
    }

    private static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
