package io.crosswise.candidate;

import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.CustomerScores.Propensity;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins the offers of the customer's market with what is held and with the scores; the first step at which an offer can be refused. */
public class BuildCandidates {
    /** Price and margin of an offer for this customer, euros per month. */
    private record Terms(Money price, Money margin) {}

    /**
     * Every offer of the market, by code. An upgrade is worth only what it adds: its price and margin are the difference to the
     * service it replaces.
     *
     * @param scores null when nothing was scored: then no candidate is allowed
     */
    public List<Candidate> build(CustomerProfile profile, Catalogue catalogue, CustomerScores scores, Search search) {
        List<Offer> offers = catalogue.offers().stream()
                .filter(offer -> offer.market() == profile.market())
                .sorted(Comparator.comparing(Offer::code))
                .toList();
        Set<String> discovered = Discoveries.of(offers, profile, scores, search);
        List<Holding> holdings = PriceHoldings.price(profile, catalogue);
        return offers.stream().map(offer -> build(offer, profile, holdings, scores, search, discovered)).toList();
    }

    private static Candidate build(
            Offer offer,
            CustomerProfile profile,
            List<Holding> holdings,
            CustomerScores scores,
            Search search,
            Set<String> discovered) {
        Optional<Holding> held = best(holdings, offer.category());
        Optional<Propensity> propensity =
                Optional.ofNullable(scores).flatMap(all -> all.propensity(offer.category(), held.isPresent()));
        boolean isDiscovery = discovered.contains(offer.code());
        Verdict verdict = refusal(offer, profile, held, propensity.isPresent(), search, isDiscovery)
                .map(Verdict::rejected)
                .orElse(Verdict.ALLOWED);
        Terms terms = held.filter(holding -> isUpgrade(offer, holding))
                .map(holding -> difference(offer, holding))
                .orElse(new Terms(offer.monthlyPrice(), offer.monthlyMargin()));
        return new Candidate(
                offer.code(),
                offer.name(),
                held.isPresent() ? Kind.UPSELL : Kind.CROSS_SELL,
                List.of(offer.service()),
                Set.of(offer.category()),
                terms.price(),
                terms.margin(),
                offer.maxDiscount().times(search.discountShare()),
                offer.maxDiscount(),
                offer.contractMonths(),
                offer.trialDays(),
                offer.needsFibre(),
                propensity.map(Propensity::ifOffered).orElse(Probability.ZERO),
                propensity.map(Propensity::ifNotOffered).orElse(Probability.ZERO),
                List.of(),
                isDiscovery ? List.of(Discoveries.REASON) : List.of(),
                verdict,
                null);
    }

    private static Optional<Reason> refusal(
            Offer offer,
            CustomerProfile profile,
            Optional<Holding> held,
            boolean scored,
            Search search,
            boolean isDiscovery) {
        if (held.isPresent() && !isUpgrade(offer, held.get())) {
            return no(
                    "ALREADY_OWNED",
                    Stage.CANDIDATES,
                    "Détient %s, qui offre autant ou plus.".formatted(held.get().service()),
                    "Holds %s, which is the same or more.".formatted(held.get().service()));
        } else if (!suits(offer, profile)) {
            return no(
                    "COMPANY_SIZE",
                    Stage.CANDIDATES,
                    "Conçu pour des entreprises d'une autre taille.",
                    "Made for companies of another size.");
        } else if (!search.covers(offer.category()) && !isDiscovery) {
            return no(
                    "OUTSIDE_STRATEGY",
                    Stage.STRATEGY,
                    "La stratégie pour ce client regarde d'autres services.",
                    "The strategy for this customer looks at other services.");
        } else if (held.isPresent() && !search.upgrades()) {
            return no(
                    "OUTSIDE_STRATEGY",
                    Stage.STRATEGY,
                    "La stratégie pour ce client cherche de nouveaux services, pas des montées en gamme.",
                    "The strategy for this customer looks for new services, not upgrades.");
        }
        if (scored) {
            return Optional.empty();
        }
        return no(
                "NO_SCORE",
                Stage.CANDIDATES,
                "Aucun modèle n'a évalué cette famille pour ce client.",
                "No model scored this category for this customer.");
    }

    private static Optional<Reason> no(String code, Stage stage, String french, String english) {
        return Optional.of(new Reason(code, stage, null, english, french));
    }

    /** A held service of unknown level counts as the highest: what it would be upgraded from cannot be said. */
    private static boolean isUpgrade(Offer offer, Holding held) {
        return held.tier() != null && offer.tier() > held.tier();
    }

    /** The holding of the highest level in the category, unknown levels first. */
    private static Optional<Holding> best(List<Holding> holdings, ServiceCategory category) {
        return holdings.stream()
                .filter(holding -> holding.category() == category)
                .max(Comparator.<Holding, Integer>comparing(
                                Holding::tier, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Holding::service));
    }

    private static boolean suits(Offer offer, CustomerProfile profile) {
        Integer employees = profile.company() == null ? null : profile.company().employees();
        return employees == null
                || ((offer.minEmployees() == null || employees >= offer.minEmployees())
                        && (offer.maxEmployees() == null || employees <= offer.maxEmployees()));
    }

    private static Terms difference(Offer offer, Holding held) {
        return new Terms(
                offer.monthlyPrice().minus(known(held.monthlyPrice())), offer.monthlyMargin().minus(known(held.monthlyMargin())));
    }

    private static Money known(Money amount) {
        return amount == null ? Money.ZERO : amount;
    }
}
