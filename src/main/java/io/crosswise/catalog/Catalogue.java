package io.crosswise.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One published version of everything on sale.
 *
 * @param version SHA-256 of the content, hexadecimal; decisions name it so that they can be replayed
 */
public record Catalogue(String version, List<Service> services, List<Offer> offers, List<Bundle> bundles)
        implements Serializable {

    /** @param tier level within the category, 1 the smallest */
    public record Service(String code, String name, ServiceCategory category, int tier) implements Serializable {}

    /**
     * Something a customer can say yes to.
     *
     * @param monthlyPrice euros per month before discount
     * @param monthlyMargin euros per month before discount
     * @param contractMonths lock-in, 0 is none
     * @param trialDays days to try before buying, 0 is none
     * @param needsFibre whether the address must have fibre coverage
     * @param minEmployees smallest company it suits, null is any
     * @param maxEmployees largest company it suits, null is any
     * @param maxDiscount largest discount a person may grant, euros per month
     */
    public record Offer(
            String code,
            String name,
            Market market,
            String service,
            ServiceCategory category,
            int tier,
            Money monthlyPrice,
            Money monthlyMargin,
            int contractMonths,
            int trialDays,
            boolean needsFibre,
            Integer minEmployees,
            Integer maxEmployees,
            Money maxDiscount)
            implements Serializable {}

    /**
     * Offers sold together for less: fixed parts, or parts chosen from groups for each customer.
     *
     * @param offers codes of the parts of a fixed bundle, two or more; empty when there are groups
     * @param monthlyDiscount euros per month off the sum of the parts
     * @param groups from which the parts are chosen; empty for a fixed bundle
     * @param trialDays days to try the whole bundle before buying; null is the shortest trial of its parts
     */
    public record Bundle(
            String code,
            String name,
            Market market,
            List<String> offers,
            Money monthlyDiscount,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Group> groups,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer trialDays)
            implements Serializable {

        /** Missing lists become empty ones. */
        public Bundle {
            offers = offers == null ? List.of() : List.copyOf(offers);
            groups = groups == null ? List.of() : List.copyOf(groups);
        }

        /** A bundle of these parts and no others. */
        public static Bundle fixed(String code, String name, Market market, List<String> offers, Money monthlyDiscount) {
            return new Bundle(code, name, market, offers, monthlyDiscount, List.of(), null);
        }

        public BundleKind kind() {
            return groups.isEmpty() ? BundleKind.FIXED : groups.size() == 1 ? BundleKind.FLEXIBLE : BundleKind.GROUPED;
        }

        /** The same for every kind: a fixed part is a group of one. */
        public List<Group> choices() {
            return groups.isEmpty() ? offers.stream().map(offer -> new Group(1, List.of(offer), Set.of())).toList() : groups;
        }
    }

    public enum BundleKind {
        /** The same parts for everybody. */
        FIXED,
        /** Some of one group, for example any two of TV, security and cloud. */
        FLEXIBLE,
        /** Some of each of several groups, for example one broadband and one TV service. */
        GROUPED
    }

    /**
     * What a bundle lets choose from: named offers, or every offer of some categories.
     *
     * @param choose how many parts come from the group, at least 1
     * @param offers codes; empty when categories are named
     * @param categories empty when offers are named
     */
    public record Group(
            int choose,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> offers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<ServiceCategory> categories)
            implements Serializable {

        /** Missing lists become empty ones; categories keep their own order. */
        public Group {
            offers = offers == null ? List.of() : List.copyOf(offers);
            categories = categories == null
                    ? Set.of()
                    : Collections.unmodifiableSet(categories.isEmpty() ? Set.of() : EnumSet.copyOf(categories));
        }
    }

    /** The offers a group of a bundle lets choose from, by code; unknown codes are left out. */
    public List<Offer> choices(Bundle bundle, Group group) {
        return offers.stream()
                .filter(offer -> offer.market() == bundle.market())
                .filter(offer -> group.offers().contains(offer.code()) || group.categories().contains(offer.category()))
                .sorted(Comparator.comparing(Offer::code))
                .toList();
    }

    /** Codes of all offers and bundles. */
    public Set<String> codes() {
        return Stream.concat(offers.stream().map(Offer::code), bundles.stream().map(Bundle::code)).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Offer> offer(String code) {
        return offers.stream().filter(offer -> offer.code().equals(code)).findFirst();
    }

    public Optional<Bundle> bundle(String code) {
        return bundles.stream().filter(bundle -> bundle.code().equals(code)).findFirst();
    }
}
