package io.crosswise.policy;

import static io.crosswise.shared.ServiceCategory.ADDITIONAL_LINE;
import static io.crosswise.shared.ServiceCategory.CLOUD;
import static io.crosswise.shared.ServiceCategory.HBB;
import static io.crosswise.shared.ServiceCategory.IOT_M2M;
import static io.crosswise.shared.ServiceCategory.MOBILE;
import static io.crosswise.shared.ServiceCategory.SECURITY;
import static io.crosswise.shared.ServiceCategory.TV;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import io.crosswise.trigger.TriggerFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategyTableTest {
    private static final CustomerScores PERSUADABLE = scores(0.3, 0.1, 0.1);

    @Test
    void aSleepingDogIsLeftAlone() {
        Strategy strategy = decide(aCustomer(), scores(0.1, 0.1001, 0.9), "promotion-end");

        assertThat(strategy.play()).isEqualTo(Play.LEAVE_ALONE);
        assertThat(strategy.reason()).isEqualTo(new Reason(
                "SLEEPING_DOG", Stage.STRATEGY, "strategy_sleepingDog",
                "Every offer would make this customer less likely to buy: left alone.",
                "Toute offre rendrait l'achat moins probable : on laisse ce client tranquille."));
    }

    @Test
    void aCompletePortfolioIsProtectedWhenLikelyToLeaveAndExpandedOtherwise() {
        CustomerBuilder complete = aCustomer().owning(held(MOBILE, HBB, TV));

        assertThat(decide(complete, scores(0.3, 0.1, 0.35), "promotion-end").play()).isEqualTo(Play.RETAIN);
        Strategy expansion = decide(complete, scores(0.3, 0.1, 0.34), "promotion-end");
        assertThat(expansion.play()).isEqualTo(Play.UPSELL);
        assertThat(expansion.focus()).isEmpty();
        assertThat(decide(complete, scores(0.3, 0.1, null), "promotion-end").play()).isEqualTo(Play.UPSELL);
    }

    @Test
    void aCompletePortfolioIsProtectedWhenItIsAboutToLeaveOrToLoseAService() {
        CustomerBuilder complete = aCustomer().owning(held(MOBILE, HBB, TV));

        assertThat(decide(complete, outlook(0.15, 0.1, 0.1, null), "promotion-end").reason().code()).isEqualTo("COMPLETE_AT_RISK");
        assertThat(decide(complete, outlook(0.1, 0.1, 0.5, null), "promotion-end").reason().code()).isEqualTo("PARTIAL_CHURN");
        assertThat(decide(complete, outlook(0.1, 0.1, 0.1, null), "promotion-end").play()).isEqualTo(Play.UPSELL);
    }

    @Test
    void aCompanyOfAGroupThatExpandsIsExpandedToo() {
        assertThat(decide(aCompany(), outlook(null, null, null, 0.6), "recruitment").reason().code()).isEqualTo("GROUP_EXPANSION");
        assertThat(decide(aCompany(), outlook(null, null, null, 0.5), "recruitment").reason().code()).isEqualTo("EQUIP_COMPANY");
    }

    @Test
    void aDiscountMayCostAShareOfTheCustomersValue() {
        Strategy convergence = decide(aCustomer(), PERSUADABLE, "promotion-end");

        assertThat(convergence.discoveries()).isEqualTo(1);
        assertThat(convergence.investmentLimit(Money.euros("500"))).isEqualTo(Money.euros("40"));
        assertThat(convergence.investmentLimit(Money.euros("-20"))).isEqualTo(Money.ZERO);
        assertThat(convergence.investmentLimit(null)).isNull();
    }

    @Test
    void discountsGoToWhoMayLeaveAndNotToWhoStaysAnyway() {
        Strategy staying = decide(aCustomer(), scores(0.3, 0.1, 0.24), "promotion-end");
        Strategy leaving = decide(aCustomer(), scores(0.3, 0.1, 0.25), "promotion-end");

        assertThat(staying.discountShare()).isZero();
        assertThat(leaving.discountShare()).isEqualTo(0.3);
        assertThat(leaving.investmentShare()).isGreaterThan(staying.investmentShare());
        assertThat(decide(aCustomer(), scores(0.3, 0.1, null), "promotion-end").discountShare()).isZero();
    }

    @Test
    void whoIsVeryLikelyToLeaveIsKeptBeforeSelling() {
        assertThat(decide(aCustomer(), scores(0.3, 0.1, 0.5), Segment.B2C_HIGH_VALUE, "promotion-end").reason().code())
                .isEqualTo("HIGH_VALUE_AT_RISK");
        assertThat(decide(aCustomer(), scores(0.3, 0.1, 0.5), Segment.B2C_STANDARD, "promotion-end").play()).isEqualTo(Play.CROSS_SELL);
        assertThat(decide(aCompany(), scores(0.3, 0.1, 0.4), "recruitment").reason().code()).isEqualTo("COMPANY_AT_RISK");
    }

    @Test
    void aCompanyOfManyServicesIsProtectedWhenItMayDropOne() {
        CustomerBuilder large = aCompany().owning(held(MOBILE, HBB, CLOUD, SECURITY));

        assertThat(decide(large, outlook(0.1, 0.1, 0.5, null), "recruitment").reason().code()).isEqualTo("PARTIAL_CHURN");
        assertThat(decide(large, outlook(0.1, 0.1, 0.4, null), "recruitment").play()).isEqualTo(Play.CROSS_SELL);
    }

    @Test
    void mobileOnlyLeadsToTheHome() {
        assertThat(decide(aCustomer(), PERSUADABLE, "promotion-end").focus()).containsExactlyInAnyOrder(HBB, TV);
        assertThat(decide(aCustomer().with(new Network(null, null)), PERSUADABLE, "promotion-end").focus())
                .containsExactlyInAnyOrder(HBB, TV);
        assertThat(decide(aCustomer().with(new Network(false, true)), PERSUADABLE, "promotion-end").focus())
                .containsExactlyInAnyOrder(HBB, TV, ADDITIONAL_LINE, SECURITY);
    }

    @Test
    void fixedOnlyLeadsToMobile() {
        assertThat(decide(aCustomer().owning(held(HBB, TV)), PERSUADABLE, "promotion-end").focus())
                .containsExactlyInAnyOrder(MOBILE, ADDITIONAL_LINE);
    }

    @Test
    void aPartOfTheBundleLeadsToItsCompletion() {
        assertThat(decide(aCustomer().owning(held(MOBILE, HBB)), PERSUADABLE, "promotion-end").focus())
                .containsExactlyInAnyOrder(MOBILE, HBB, TV, ADDITIONAL_LINE);
    }

    @Test
    void aCompanyGetsLinesMachinesCloudAndSecurityAndItsNewSiteAccessToo() {
        assertThat(decide(aCompany(), PERSUADABLE, "recruitment").focus())
                .containsExactlyInAnyOrder(MOBILE, ADDITIONAL_LINE, IOT_M2M, CLOUD, SECURITY);
        assertThat(decide(aCompany(), PERSUADABLE, "new-site").focus())
                .containsExactlyInAnyOrder(HBB, MOBILE, ADDITIONAL_LINE, IOT_M2M, CLOUD, SECURITY);
        assertThat(decide(aCompany().owning(held(MOBILE, HBB, IOT_M2M, CLOUD, SECURITY)), PERSUADABLE, "recruitment").play())
                .isEqualTo(Play.UPSELL);
    }

    @Test
    void aCustomerWhoHoldsNothingMayGetAnything() {
        Strategy strategy = decide(aCustomer().owning(), PERSUADABLE, "promotion-end");

        assertThat(strategy.play()).isEqualTo(Play.CROSS_SELL);
        assertThat(strategy.focus()).isEmpty();
    }

    @Test
    void refusesAFocusThatIsNoCategory() {
        TableRow row = new TableRow("strategy", "row_1", "Why.", Map.of("play", "CROSS_SELL", "focus", "HBB, RADIO"));

        assertThatThrownBy(() -> StrategyTable.read(List.of(row))).hasMessageContaining("RADIO");
    }

    private static Strategy decide(CustomerBuilder customer, CustomerScores scores, String trigger) {
        return decide(customer, scores, null, trigger);
    }

    private static Strategy decide(CustomerBuilder customer, CustomerScores scores, Segment segment, String trigger) {
        return StrategyTable.read(Tables.evaluate("strategy", Map.of(
                "customer", CustomerFacts.of(customer.build(), scores, segment, null, TODAY),
                "trigger", TriggerFacts.of(trigger))));
    }

    private static CustomerScores outlook(Double churn3, Double churn12, Double drop, Double expansion) {
        return scores(
                PERSUADABLE.propensities(),
                new Outlook(
                        probability(churn3), probability(churn12), drop == null ? Map.of() : Map.of(TV, probability(drop)), null, null,
                        null, null, probability(expansion)));
    }

    private static Probability probability(Double value) {
        return value == null ? null : new Probability(value);
    }

    private static Holding[] held(ServiceCategory... categories) {
        return Arrays.stream(categories).map(category -> holding(category.name(), category, 1)).toArray(Holding[]::new);
    }
}
