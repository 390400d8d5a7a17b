package io.crosswise.candidate;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds offers nobody would have looked at: outside the strategy's focus, but held by customers with the same services. */
final class Discoveries {
    static final Reason REASON = new Reason(
            "AFFINITY",
            Stage.CANDIDATES,
            null,
            "Customers with the same services also subscribed to it.",
            "Des clients avec les mêmes services l'ont aussi pris.");

    private Discoveries() {}

    /**
     * Codes of the offers outside the focus whose service has the largest positive affinity, at most as many as the search asks
     * for; a category held already is no discovery. Ties break by code.
     */
    static Set<String> of(List<Offer> offers, CustomerProfile profile, CustomerScores scores, Search search) {
        if (scores == null || search.discoveries() == 0) {
            return Set.of();
        }
        Map<String, Double> affinities = scores.likeness().affinities();
        return offers.stream()
                .filter(offer -> !search.covers(offer.category()))
                .filter(offer -> !profile.heldCategories().contains(offer.category()))
                .filter(offer -> affinities.getOrDefault(offer.service(), 0.0) > 0)
                .sorted(Comparator.comparing((Offer offer) -> -affinities.get(offer.service())).thenComparing(Offer::code))
                .limit(search.discoveries())
                .map(Offer::code)
                .collect(Collectors.toSet());
    }
}
