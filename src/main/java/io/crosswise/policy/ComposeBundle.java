package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.BundleKind;
import io.crosswise.catalog.Catalogue.Group;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Every way to put one bundle together for one customer; part of {@link FindBundles}. A part is an allowed candidate or a service
 * held, and at least one is new.
 *
 * <p>Plain enumeration, depth first over the groups. A branch that would hold two services of a category is cut where there is a
 * choice; what is left is at most the product of (offers of a category + 1), since a category is taken once or not at all.
 */
final class ComposeBundle {
    /** A candidate to add, with what the catalogue allows as a discount on it, or a holding to keep. */
    private record Part(Candidate added, Money maxDiscount, Holding kept) {
        Set<ServiceCategory> categories() {
            return added != null ? added.categories() : Set.of(kept.category());
        }
    }

    private final Bundle bundle;
    private final List<List<Part>> choices;
    private final Deque<Part> chosen = new ArrayDeque<>();
    private final Set<ServiceCategory> taken = EnumSet.noneOf(ServiceCategory.class);
    private final List<Composition> found = new ArrayList<>();

    private ComposeBundle(Bundle bundle, List<List<Part>> choices) {
        this.bundle = bundle;
        this.choices = choices;
    }

    /** @param candidates refused ones are no parts */
    static List<Composition> all(Bundle bundle, List<Candidate> candidates, CustomerProfile profile, Catalogue catalogue) {
        if (bundle.choices().isEmpty()) {
            return List.of();
        }
        List<List<Part>> choices = bundle.choices().stream()
                .map(group -> parts(catalogue.choices(bundle, group), candidates, profile))
                .toList();
        ComposeBundle compose = new ComposeBundle(bundle, choices);
        compose.choose(0, 0, bundle.choices().get(0).choose());
        return compose.found;
    }

    /** Takes the rest of a group, from the part given on, then the groups after it. */
    private void choose(int group, int from, int missing) {
        if (missing == 0) {
            List<Group> groups = bundle.choices();
            if (group + 1 < groups.size()) {
                choose(group + 1, 0, groups.get(group + 1).choose());
            } else if (chosen.stream().anyMatch(part -> part.added() != null)) {
                found.add(composition());
            }
            return;
        }
        List<Part> parts = choices.get(group);
        for (int next = from; next <= parts.size() - missing; next++) {
            Part part = parts.get(next);
            boolean again = part.categories().stream().anyMatch(taken::contains);
            if (!again || bundle.kind() == BundleKind.FIXED) {
                chosen.addLast(part);
                taken.addAll(part.categories());
                choose(group, next + 1, missing - 1);
                chosen.removeLast();
                if (!again) {
                    taken.removeAll(part.categories());
                }
            }
        }
    }

    private Composition composition() {
        List<Candidate> added = chosen.stream().map(Part::added).filter(Objects::nonNull).toList();
        List<Holding> kept = chosen.stream().map(Part::kept).filter(Objects::nonNull).toList();
        Money cap = chosen.stream().map(Part::maxDiscount).reduce(Money.ZERO, Money::plus);
        return new Composition(BundleTerms.of(bundle, added), added, kept, cap);
    }

    private static List<Part> parts(List<Offer> offers, List<Candidate> candidates, CustomerProfile profile) {
        List<Part> parts = new ArrayList<>();
        for (Offer offer : offers) {
            Part part = part(offer, candidates, profile);
            if (part != null && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static Part part(Offer offer, List<Candidate> candidates, CustomerProfile profile) {
        for (Candidate candidate : candidates) {
            if (candidate.offer().equals(offer.code()) && candidate.isAllowed()) {
                return new Part(candidate, offer.maxDiscount(), null);
            }
        }
        for (Holding holding : profile.holdings()) {
            if (standsFor(holding, offer)) {
                return new Part(null, Money.ZERO, holding);
            }
        }
        return null;
    }

    /** The same service, or one of its category at the same or a higher level. */
    private static boolean standsFor(Holding holding, Offer offer) {
        return holding.category() == offer.category()
                && (holding.service().equals(offer.service()) || (holding.tier() != null && holding.tier() >= offer.tier()));
    }
}
