package io.crosswise.catalog;

import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.catalog.Catalogue.Service;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the entries of a catalogue fit together; each problem is one sentence that names the entry. */
final class CatalogueCheck {
    private final Catalogue catalogue;
    private final Map<String, Service> services;
    private final List<String> problems = new ArrayList<>();

    CatalogueCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.services = byCode(catalogue.services(), Service::code);
    }

    List<String> problems() {
        reportDuplicates("service", catalogue.services().stream().map(Service::code));
        // One name space: a decision names an offer or a bundle by its code alone.
        reportDuplicates(
                "offer or bundle",
                Stream.concat(
                        catalogue.offers().stream().map(Offer::code),
                        catalogue.bundles().stream().map(Bundle::code)));
        catalogue.offers().forEach(this::check);
        catalogue.bundles().forEach(bundle -> new BundleCheck(catalogue, bundle, problems).check());
        return problems;
    }

    private void check(Offer offer) {
        String it = "offer " + offer.code();
        Service service = services.get(offer.service());
        require(service != null, it + " sells the unknown service " + offer.service());
        if (service != null) {
            require(
                    service.category() == offer.category(),
                    it + " is of another category than its service, " + service.category());
            require(service.tier() == offer.tier(), it + " is of another tier than its service, " + service.tier());
        }
        requireNotNegative(offer.monthlyPrice(), it, "monthlyPrice");
        requireNotNegative(offer.maxDiscount(), it, "maxDiscount");
        require(offer.monthlyMargin().compareTo(offer.monthlyPrice()) <= 0, it + " has a margin above its price");
        require(offer.maxDiscount().compareTo(offer.monthlyPrice()) <= 0, it + " has a maxDiscount above its price");
        boolean sized = offer.minEmployees() != null || offer.maxEmployees() != null;
        require(
                !sized || offer.market() == Market.EBU,
                it + " is for consumers and cannot ask for a number of employees");
        require(
                offer.minEmployees() == null
                        || offer.maxEmployees() == null
                        || offer.minEmployees() <= offer.maxEmployees(),
                it + " has minEmployees above maxEmployees");
    }

    private void reportDuplicates(String kind, Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        codes.filter(code -> !seen.add(code))
                .distinct()
                .forEach(code -> problems.add(kind + " code " + code + " is used twice"));
    }

    private void requireNotNegative(Money amount, String it, String field) {
        require(!amount.isNegative(), it + " has a negative " + field);
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
        return entries.stream().collect(Collectors.toMap(code, Function.identity(), (first, second) -> first));
    }
}
