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
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.Likeness;
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
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyTableTest {
    private static final CustomerScores PERSUADABLE = scores(0.3, 0.1, 0.1);
    private static final CustomerScores SURE_THING = scores(0.3, 0.3, 0.1);

    static Stream<Arguments> eachRowWithACustomerMadeForIt() {
        return Stream.of(
                arguments("sleepingDog", aCustomer(), scores(0.1, 0.3, 0.1), null, "birth"),
                arguments("completeAtRisk", aCustomer().owning(held(MOBILE, HBB, TV)), outlook(null, 0.35, null, null), null, "birth"),
                arguments("completeDroppingOut", aCustomer().owning(held(MOBILE, HBB, TV)), outlook(0.15, 0.2, null, null), null, "birth"),
                arguments("completePartialChurn", aCustomer().owning(held(MOBILE, HBB, TV)), outlook(null, null, 0.5, null), null, "birth"),
                arguments("multiServicePartialChurn", aCustomer().owning(held(HBB, TV, CLOUD)), outlook(null, null, 0.5, null), null, "birth"),
                arguments("highValueAtRisk", aCustomer(), outlook(null, 0.4, null, null), Segment.B2C_HIGH_VALUE, "birth"),
                arguments("lifetimeValueAtRisk", aCustomer(), worth("2500", PERSUADABLE, 0.4), null, "birth"),
                arguments(
                        "companyPartialChurn", aCompany().owning(held(MOBILE, HBB, CLOUD, SECURITY)), outlook(null, null, 0.5, null),
                        null, "recruitment"),
                arguments("companyAtRisk", aCompany(), outlook(null, 0.4, null, null), null, "recruitment"),
                arguments("newSite", aCompany(), PERSUADABLE, null, "new-site"),
                arguments("companyLikelyToExpand", aCompany(), outlook(null, null, null, 0.6), null, "recruitment"),
                arguments("companyExpansion", aCompany().owning(held(MOBILE, HBB, IOT_M2M, CLOUD, SECURITY)), PERSUADABLE, null, "recruitment"),
                arguments("company", aCompany(), PERSUADABLE, null, "recruitment"),
                arguments("lowValueSureThing", aCustomer(), worth("149.99", SURE_THING, 0.3), null, "birth"),
                arguments("mobileOnlyWithoutFibre", aCustomer().with(new Network(false, true)), PERSUADABLE, null, "birth"),
                arguments("mobileOnly", aCustomer(), PERSUADABLE, null, "birth"),
                arguments("fixedOnly", aCustomer().owning(held(HBB)), PERSUADABLE, null, "birth"),
                arguments("partialLikeMultiService", aCustomer().owning(held(MOBILE, HBB)), alike(0.6), null, "birth"),
                arguments("partial", aCustomer().owning(held(MOBILE, HBB)), alike(0.59), null, "birth"),
                arguments("complete", aCustomer().owning(held(MOBILE, HBB, TV)), PERSUADABLE, null, "birth"),
                arguments("anything", aCustomer().owning(), PERSUADABLE, null, "birth"));
    }

    @ParameterizedTest
    @MethodSource("eachRowWithACustomerMadeForIt")
    void aRowDecidesForACustomerMadeForIt(
            String row, CustomerBuilder customer, CustomerScores scores, Segment segment, String trigger) {
        assertThat(decide(customer, scores, segment, trigger).reason().rule()).isEqualTo("strategy_" + row);
    }

    @Test
    void everyRowHasACustomerMadeForIt() {
        assertThat(Tables.model("strategy").getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(
                        eachRowWithACustomerMadeForIt().map(row -> "strategy_" + row.get()[0]).toList());
    }

    @Test
    void whoWillBringLittleAndBuysAnywayGetsNoDiscount() {
        Strategy strategy = decide(aCustomer(), worth("149.99", SURE_THING, 0.3), "promotion-end");

        assertThat(strategy.reason().code()).isEqualTo("BUYS_ANYWAY");
        assertThat(strategy.discountShare()).isZero();
        assertThat(strategy.investmentLimit(Money.euros("149.99"))).isEqualTo(Money.ZERO);
        assertThat(decide(aCustomer(), worth("150", SURE_THING, 0.3), "promotion-end").reason().code()).isEqualTo("CONVERGENCE");
        assertThat(decide(aCustomer(), worth(null, SURE_THING, 0.3), "promotion-end").reason().code())
                .as("a value nobody knows is not low")
                .isEqualTo("CONVERGENCE");
    }

    @Test
    void whoBuysNeitherWayGetsNoDiscountHoweverLikelyToLeave() {
        assertThat(decide(aCustomer(), scores(0.05, 0.05, 0.3), "promotion-end").discountShare()).isZero();
        assertThat(decide(aCustomer(), worth("1000", scores(Map.of(), Outlook.UNKNOWN), 0.3), "promotion-end").discountShare())
                .as("a class nobody knows is none of these")
                .isEqualTo(0.3);
    }

    @Test
    void aConsumerOfThreeServicesIsProtectedWhenOneMayBeDropped() {
        CustomerBuilder three = aCustomer().owning(held(MOBILE, HBB, SECURITY));

        assertThat(decide(three, outlook(null, null, 0.5, null), "promotion-end").play()).isEqualTo(Play.RETAIN);
        assertThat(decide(three, outlook(null, null, 0.49, null), "promotion-end").play()).isEqualTo(Play.CROSS_SELL);
        assertThat(decide(aCustomer().owning(held(MOBILE, HBB)), outlook(null, null, 0.5, null), "promotion-end").play())
                .isEqualTo(Play.CROSS_SELL);
    }

    @Test
    void aSleepingDogIsLeftAlone() {
        Strategy strategy = decide(aCustomer(), scores(0.1, 0.12, 0.9), "promotion-end");

        assertThat(strategy.play()).isEqualTo(Play.LEAVE_ALONE);
        assertThat(strategy.reason()).isEqualTo(new Reason(
                "SLEEPING_DOG", Stage.STRATEGY, "strategy_sleepingDog",
                "Every offer would make this customer less likely to buy: left alone.",
                "Toute offre rendrait l'achat moins probable : on laisse ce client tranquille."));
        assertThat(decide(aCustomer(), scores(0.1, 0.109, 0.1), "promotion-end").play())
                .as("less than a point is noise")
                .isEqualTo(Play.CROSS_SELL);
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

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5"})
    void refusesANumberOfDiscoveriesThatIsNone(String discoveries) {
        TableRow row = new TableRow("strategy", "row_1", "Why.", Map.of("play", "CROSS_SELL", "discoveries", discoveries));

        assertThatThrownBy(() -> StrategyTable.read(List.of(row))).isInstanceOf(BrokenTable.class).hasMessageContaining("discoveries");
    }

    private static CustomerScores worth(String euros, CustomerScores scores, double churn) {
        Money lifetimeValue = euros == null ? null : Money.euros(euros);
        return scores(
                scores.propensities(),
                new Outlook(null, probability(churn), Map.of(), null, lifetimeValue, null, null, null));
    }

    private static CustomerScores alike(double multiService) {
        return new CustomerScores(
                PERSUADABLE.propensities(), Map.of(), Outlook.UNKNOWN, new Likeness(null, multiService, Map.of()), Map.of(), List.of(),
                List.of());
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
