package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.BundleRules.Composition;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Puts allowed candidates together to the bundles of the catalogue: of each bundle the composition that is worth most to us among
 * those that may be sold. Exact, since every composition is looked at, see {@link ComposeBundle}.
 */
public class FindBundles {
    private final BundleRules rules;
    private final ApplyExclusions applyExclusions;

    public FindBundles(BundleRules rules, ApplyExclusions applyExclusions) {
        this.rules = rules;
        this.applyExclusions = applyExclusions;
    }

    /**
     * One candidate per bundle that can be put together from allowed candidates and services held with at least one new, by code: the
     * composition of the highest expected net margin that neither the limits nor the rules refuse, ties by
     * the codes of its services. When all are refused, the most valuable with its refusal.
     *
     * @param candidates singles as judged so far; refused ones are no parts
     * @param months horizon of the expected net margin
     */
    public List<Candidate> find(
            List<Candidate> candidates,
            CustomerProfile profile,
            Catalogue catalogue,
            BundleLimits limits,
            int months,
            LocalDate asOf) {
        List<Contest> contests = catalogue.bundles().stream()
                .filter(bundle -> bundle.market() == profile.market())
                .sorted(Comparator.comparing(Bundle::code))
                .map(bundle -> ranked(ComposeBundle.all(bundle, candidates, profile, catalogue), months))
                .filter(ranked -> !ranked.isEmpty())
                .map(ranked -> new Contest(ranked, limits, applyExclusions))
                .toList();
        // Most bundles are decided by their best composition; the others are judged only where it is refused, all in one go.
        judge(contests.stream().flatMap(contest -> contest.favourite().stream()).toList(), profile, asOf, contests);
        judge(contests.stream().flatMap(contest -> contest.others().stream()).toList(), profile, asOf, contests);
        return contests.stream().map(Contest::winner).toList();
    }

    private void judge(List<Composition> compositions, CustomerProfile profile, LocalDate asOf, List<Contest> contests) {
        if (!compositions.isEmpty()) {
            List<Candidate> judged = rules.judge(compositions, profile, asOf);
            contests.forEach(contest -> contest.take(judged));
        }
    }

    private static List<Composition> ranked(List<Composition> compositions, int months) {
        return compositions.size() < 2
                ? compositions
                : compositions.stream()
                        .map(composition -> new Valued(
                                composition, NetValue.of(composition.bundle(), months, Money.ZERO).total()))
                        .sorted(Comparator.comparing(Valued::value)
                                .reversed()
                                .thenComparing(valued -> valued.composition().bundle().services().toString()))
                        .map(Valued::composition)
                        .toList();
    }

    private record Valued(Composition composition, Money value) {}
}
