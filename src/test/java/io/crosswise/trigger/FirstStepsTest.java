package io.crosswise.trigger;

import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.Promotion;
import io.crosswise.customer.CustomerProfile.Site;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Money;
import io.crosswise.shared.TriggerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first step of each trigger's process: what the event says wins over what the profile knows. */
class FirstStepsTest {
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final Promotion WELCOME = new Promotion("WELCOME", "BOX_5G", Money.euros("20"), Money.euros("33"), END);

    @Test
    void thePriceGapIsWhatTheBillGrowsBy() {
        TriggerFacts facts = promotion(aCustomer().with(WELCOME).build(), Map.of());

        assertThat(facts.priceGap()).isEqualTo(Money.euros("13"));
        assertThat(facts.promotionEnd()).isEqualTo(END);
    }

    @Test
    void theEventsOwnPricesWin() {
        TriggerFacts facts = promotion(
                aCustomer().with(WELCOME).build(), Map.of("priceDuring", 10, "priceAfter", 15.5, "promotionEnd", "2027-01-31"));

        assertThat(facts.priceGap()).isEqualTo(Money.euros("5.50"));
        assertThat(facts.promotionEnd()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void noPromotionKnownIsNoPriceGap() {
        assertThat(promotion(aCustomer().build(), Map.of()).priceGap()).isEqualTo(Money.ZERO);
    }

    @Test
    void aPriceThatFallsIsNoPriceGap() {
        assertThat(promotion(aCustomer().build(), Map.of("priceDuring", 30, "priceAfter", 20)).priceGap()).isEqualTo(Money.ZERO);
    }

    @Test
    void withoutASiteInTheEventTheOneOpenedLastIsNew() {
        TriggerFacts facts = site(Map.of());

        assertThat(facts.siteId()).isEqualTo("S-2");
        assertThat(facts.siteEmployees()).isEqualTo(8);
        assertThat(facts.sites()).isEqualTo(2);
        assertThat(facts.groupSize()).isEqualTo(3);
    }

    @Test
    void aSiteNobodyKnowsIsTakenFromTheEvent() {
        TriggerFacts facts = site(Map.of("siteId", "S-9", "employees", 40));

        assertThat(facts.siteId()).isEqualTo("S-9");
        assertThat(facts.siteEmployees()).isEqualTo(40);
    }

    private static TriggerFacts promotion(CustomerProfile profile, Map<String, Object> data) {
        return new ReadPromotion().read(accepted("promotion-end", profile, data));
    }

    private static TriggerFacts site(Map<String, Object> data) {
        List<Site> sites = List.of(
                new Site("S-1", "Lyon", 20, LocalDate.of(2020, 1, 1), true, true),
                new Site("S-2", "Lille", 8, LocalDate.of(2026, 10, 1), null, false));
        Company company =
                new Company("RETAIL", 28, 0.1, 2, sites, new CustomerId("E-000001"), List.of(new CustomerId("E-000009")), 3);
        return new ReadSites().read(accepted("new-site", aCompany().with(company).build(), data));
    }

    private static AcceptedTrigger accepted(String type, CustomerProfile profile, Map<String, Object> data) {
        Instant now = Instant.parse("2026-11-21T09:30:00Z");
        return new AcceptedTrigger(
                new TriggerId("T-1"), new TriggerEvent("/crm", "1", type, profile.id(), now, data), profile, now);
    }
}
