package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.demo.truth.YearTruth;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be bought, and what customers take from it when nobody asks them. */
final class Shelf {
    private final List<Offer> offers;

    Shelf(Catalogue catalogue) {
        this.offers = catalogue.offers().stream()
                .sorted(Comparator.comparingInt(Offer::tier).thenComparing(Offer::code))
                .toList();
    }

    /** @throws IllegalArgumentException when it is not on sale in that market */
    Offer selling(String service, Market market) {
        return offers.stream()
                .filter(offer -> offer.service().equals(service) && offer.market() == market)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(service + " is not on sale for " + market));
    }

    /** As in the past: the next larger service for who holds one, any that fits for who holds none. */
    Optional<Offer> unasked(CustomerProfile customer, ServiceCategory category, YearTruth truth) {
        int tier = tier(customer, category);
        List<Offer> larger = offers.stream()
                .filter(offer -> offer.category() == category && offer.tier() > tier && fits(offer, customer))
                .toList();
        if (larger.isEmpty()) {
            return Optional.empty();
        }
        int choice = tier > 0 ? 0 : (int) (larger.size() * truth.draw("unasked", customer.id() + "|" + category));
        return Optional.of(larger.get(choice));
    }

    static Holding sold(Offer offer, Money discount, LocalDate day) {
        return new Holding(
                offer.service(),
                offer.category(),
                offer.tier(),
                offer.monthlyPrice().minus(discount),
                offer.monthlyMargin().minus(discount),
                day,
                offer.contractMonths() == 0 ? null : day.plusMonths(offer.contractMonths()));
    }

    /** The highest level held of a category, 0 for none. */
    static int tier(CustomerProfile customer, ServiceCategory category) {
        return customer.holdings().stream()
                .filter(held -> held.category() == category)
                .mapToInt(held -> held.tier() == null ? 1 : held.tier())
                .max()
                .orElse(0);
    }

    /** Euros a month earned on what is held of a category. */
    static double margin(CustomerProfile customer, ServiceCategory category) {
        return customer.holdings().stream()
                .filter(held -> held.category() == category && held.monthlyMargin() != null)
                .mapToDouble(held -> held.monthlyMargin().doubleValue())
                .sum();
    }

    private static boolean fits(Offer offer, CustomerProfile customer) {
        Company company = customer.company();
        boolean covered = !offer.needsFibre()
                || (customer.network() != null && Boolean.TRUE.equals(customer.network().fibreCoverage()));
        int employees = company == null || company.employees() == null ? 0 : company.employees();
        return offer.market() == customer.market()
                && covered
                && (offer.minEmployees() == null || employees >= offer.minEmployees())
                && (offer.maxEmployees() == null || employees <= offer.maxEmployees());
    }
}
