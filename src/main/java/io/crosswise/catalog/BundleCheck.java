package io.crosswise.catalog;

import io.crosswise.catalog.Catalogue.Bundle;
import io.crosswise.catalog.Catalogue.Group;
import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a bundle can be sold from the offers of its catalogue; part of {@link CatalogueCheck}. */
final class BundleCheck {
    private final Catalogue catalogue;
    private final Bundle bundle;
    private final String it;
    private final List<String> problems;

    BundleCheck(Catalogue catalogue, Bundle bundle, List<String> problems) {
        this.catalogue = catalogue;
        this.bundle = bundle;
        this.it = "bundle " + bundle.code();
        this.problems = problems;
    }

    void check() {
        if (bundle.groups().isEmpty()) {
            Set<String> different = new HashSet<>(bundle.offers());
            require(different.size() >= 2, it + " needs two or more different offers");
            require(different.size() == bundle.offers().size(), it + " names an offer twice");
            bundle.offers().forEach(this::checkPart);
        } else {
            require(bundle.offers().isEmpty(), it + " names offers and groups; it is fixed or chosen, not both");
            require(bundle.groups().stream().mapToInt(Group::choose).sum() >= 2, it + " needs two or more parts");
            checkGroups();
        }
        require(!bundle.monthlyDiscount().isNegative(), it + " has a negative monthlyDiscount");
        cheapest().ifPresent(price -> require(
                bundle.monthlyDiscount().compareTo(price) < 0,
                bundle.groups().isEmpty()
                        ? it + " has a monthlyDiscount as large as its price"
                        : it + " has a monthlyDiscount as large as the price of its cheapest parts"));
    }

    private void checkGroups() {
        Set<String> offers = new HashSet<>();
        Set<ServiceCategory> categories = EnumSet.noneOf(ServiceCategory.class);
        for (int number = 1; number <= bundle.groups().size(); number++) {
            Group group = bundle.groups().get(number - 1);
            String its = it + " group " + number;
            require(
                    group.offers().isEmpty() != group.categories().isEmpty(),
                    its + " names either offers or categories to choose from");
            group.offers().forEach(this::checkPart);
            group.offers().forEach(code -> require(offers.add(code), it + " names the offer " + code + " twice"));
            group.categories()
                    .forEach(category -> require(categories.add(category), it + " names the category " + category + " twice"));
            require(
                    group.choose() <= catalogue.choices(bundle, group).size(),
                    its + " chooses more than there is to choose from");
        }
    }

    private void checkPart(String code) {
        Optional<Offer> part = catalogue.offer(code);
        require(part.isPresent(), it + " holds the unknown offer " + code);
        part.ifPresent(offer -> require(
                offer.market() == bundle.market(),
                it + " is for " + bundle.market() + " but its offer " + code + " is for " + offer.market()));
    }

    /** What the cheapest parts cost together, euros per month; empty when a group offers too little. */
    private Optional<Money> cheapest() {
        Money sum = Money.ZERO;
        for (Group group : bundle.choices()) {
            List<Money> prices = catalogue.choices(bundle, group).stream().map(Offer::monthlyPrice).sorted().toList();
            if (prices.size() < group.choose()) {
                return Optional.empty();
            }
            sum = prices.stream().limit(group.choose()).reduce(sum, Money::plus);
        }
        return Optional.of(sum);
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
