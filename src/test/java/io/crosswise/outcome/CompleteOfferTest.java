package io.crosswise.outcome;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static io.crosswise.testing.OfferBuilder.aCatalogue;
import static io.crosswise.testing.OfferBuilder.anOffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswise.catalog.Catalogue;
import io.crosswise.catalog.Catalogues;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.PersonalData;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Money;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.MemoryCustomers;
import io.crosswise.testing.MemoryDecisions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompleteOfferTest {
    private static final DecisionId OFFER = new DecisionId("D-1");
    /** Already the next day in Paris. */
    private static final Instant LATE = Instant.parse("2026-11-21T23:30:00Z");

    private final MemoryDecisions decisions = new MemoryDecisions();
    private final MemoryCustomers customers = new MemoryCustomers().with(aCustomer().build(), PersonalData.UNKNOWN);
    private final List<Conversion> conversions = new ArrayList<>();
    private final CompleteOffer completeOffer = new CompleteOffer(
            decisions,
            customers,
            new OneCatalogue(aCatalogue(List.of(
                    anOffer("FIBRE_500", ServiceCategory.HBB, 2).costing("40", "16").build(),
                    anOffer("TV_BASIC", ServiceCategory.TV, 1).costing("10", "3").build(),
                    anOffer("MOBILE_20", ServiceCategory.MOBILE, 1).costing("10", "5").build()))),
            conversions::add,
            ZoneId.of("Europe/Paris"));

    @Test
    void givesTheCustomerTheServiceAtThePriceAfterDiscount() {
        decisions.with(aDecision().in(OfferState.PRESENTED).withState());

        assertThat(completeOffer.accepted(OFFER, LATE)).isTrue();

        assertThat(customers.added())
                .containsExactly(new Holding(
                        "FIBRE_500", ServiceCategory.HBB, 2, Money.euros("35"), Money.euros("11"),
                        LocalDate.parse("2026-11-22"), LocalDate.parse("2027-11-22")));
        assertThat(decisions.find(OFFER).orElseThrow().state()).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void countsTheSaleWithTheRevenueOfItsFirstYear() {
        decisions.with(aDecision().in(OfferState.PRESENTED).withState());
        decisions.changeDiscount(OFFER, Money.euros("7.50"), "mia");

        completeOffer.accepted(OFFER, LATE);

        Conversion sale = new Conversion(
                OFFER, new CustomerId("C-000042"), "O-FIBRE", "HBB", Money.euros("32.50"), "promotion-end",
                Segment.B2C_LOYALTY, Market.B2C, LATE);
        assertThat(conversions).containsExactly(sale);
        assertThat(sale.revenue()).isEqualTo(Money.euros("390"));
    }

    @Test
    void sharesABundlesPriceAmongItsServicesToTheCent() {
        OfferMade home = new OfferMade(
                "B-HOME", "Home", List.of("FIBRE_500", "TV_BASIC", "MOBILE_20"), Money.euros("60"), Money.euros("24"),
                Money.euros("10.01"), Money.euros("12"), 0, 0, "BUNDLE");
        decisions.with(aDecision().offering(home).withState());

        completeOffer.accepted(OFFER, LATE);

        assertThat(customers.added()).extracting(Holding::monthlyPrice)
                .containsExactly(Money.euros("33.33"), Money.euros("8.33"), Money.euros("8.33"));
        assertThat(customers.added().stream().map(Holding::monthlyMargin).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.euros("13.99"));
        assertThat(customers.added()).allSatisfy(holding -> assertThat(holding.commitmentEnd()).isNull());
        assertThat(conversions).singleElement().extracting(Conversion::category).isEqualTo("HBB+TV+MOBILE");
    }

    @Test
    void holdsAnUpgradeAtItsWholePriceAndCountsWhatItAdds() {
        OfferMade larger = new OfferMade(
                "FIBRE_500", "Fibre 500", List.of("FIBRE_500"), Money.euros("12"), Money.euros("6"), Money.euros("2"),
                Money.euros("12"), 12, 0, "UPSELL");
        decisions.with(aDecision().offering(larger).withState());

        completeOffer.accepted(OFFER, LATE);

        assertThat(customers.added())
                .extracting(Holding::monthlyPrice, Holding::monthlyMargin)
                .containsExactly(tuple(Money.euros("38"), Money.euros("14")));
        assertThat(conversions).extracting(Conversion::revenue).containsExactly(Money.euros("120"));
    }

    @Test
    void holdsAnUpgradeInABundleAtItsWholePriceLessItsShareOfTheRebate() {
        OfferMade home = new OfferMade(
                "B-HOME", "Home", List.of("FIBRE_500", "TV_BASIC"), Money.euros("22"), Money.euros("9"),
                Money.euros("5"), Money.euros("5"), 0, 0, "BUNDLE");
        decisions.with(aDecision().offering(home).withState());

        completeOffer.accepted(OFFER, LATE);

        assertThat(customers.added())
                .extracting(Holding::monthlyPrice, Holding::monthlyMargin)
                .containsExactly(tuple(Money.euros("36"), Money.euros("12")), tuple(Money.euros("9"), Money.euros("2")));
        assertThat(conversions).extracting(Conversion::monthlyNetPrice).containsExactly(Money.euros("17"));
    }

    @Test
    void sellsOnlyOnce() {
        decisions.with(aDecision().in(OfferState.PRESENTED).withState());

        completeOffer.accepted(OFFER, LATE);

        assertThat(completeOffer.accepted(OFFER, LATE)).isFalse();
        assertThat(completeOffer.declined(OFFER, LATE)).isFalse();
        assertThat(conversions).hasSize(1);
        assertThat(customers.added()).hasSize(1);
        assertThat(decisions.find(OFFER).orElseThrow().state()).isEqualTo(OfferState.ACCEPTED);
    }

    @Test
    void endsAnOfferThatWasDeclinedOrRanOutWithoutASale() {
        decisions.with(
                aDecision().withId("no").in(OfferState.PRESENTED).withState(),
                aDecision().withId("silence").in(OfferState.PRESENTED).withState());

        assertThat(completeOffer.declined(new DecisionId("no"), LATE)).isTrue();
        assertThat(completeOffer.expired(new DecisionId("silence"), LATE)).isTrue();

        assertThat(decisions.find(new DecisionId("no")).orElseThrow().state()).isEqualTo(OfferState.DECLINED);
        assertThat(decisions.find(new DecisionId("silence")).orElseThrow().state()).isEqualTo(OfferState.EXPIRED);
        assertThat(conversions).isEmpty();
    }

    private record OneCatalogue(Catalogue current) implements Catalogues {
        @Override
        public Catalogue version(String version) {
            return current;
        }

        @Override
        public Catalogue publish(Catalogue catalogue) {
            throw new UnsupportedOperationException();
        }
    }
}
