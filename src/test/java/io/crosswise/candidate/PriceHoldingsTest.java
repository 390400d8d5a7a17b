package io.crosswise.candidate;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.OfferBuilder.aCatalogue;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.catalog.Catalogue;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceHoldingsTest {
    private static final Catalogue CATALOGUE = aCatalogue(List.of(
            anOffer("PLAN", ServiceCategory.MOBILE, 2).forCompanies(null, null).costing("149", "71.50").build(),
            anOffer("PLAN", ServiceCategory.MOBILE, 2).costing("12", "5").build()));

    @Test
    void whatTheCustomerPaysGoesBeforeTheCatalogue() {
        Holding known = holding("PLAN", ServiceCategory.MOBILE, 2);

        assertThat(price(known)).isEqualTo(known);
    }

    @Test
    void whatNobodySaidIsTakenFromTheCatalogueOfTheMarket() {
        assertThat(price(held("PLAN", null, null)))
                .isEqualTo(held("PLAN", Money.euros("12"), Money.euros("5")));
        assertThat(price(held("PLAN", Money.euros("9"), null)))
                .isEqualTo(held("PLAN", Money.euros("9"), Money.euros("5")));
    }

    @Test
    void aServiceThatIsNoLongerSoldStaysUnknown() {
        assertThat(price(held("OLD", null, null))).isEqualTo(held("OLD", null, null));
    }

    private static Holding price(Holding holding) {
        return PriceHoldings.price(aCustomer().owning(holding).build(), CATALOGUE).get(0);
    }

    private static Holding held(String service, Money price, Money margin) {
        return new Holding(service, ServiceCategory.MOBILE, 2, price, margin, null, null);
    }
}
