package io.crosswise.policy;

import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import io.crosswise.trigger.TriggerFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the three policy tables fires for a customer made for it. */
class ExclusionTablesTest {
    private static final List<String> TABLES = List.of("eligibility", "applicability", "suitability");
    private static final TriggerFacts NEUTRAL = TriggerFacts.of("promotion-end");

    static Stream<Arguments> eachRowWithACustomerMadeForIt() {
        return Stream.of(
                arguments("eligibility_formerCustomer", aCustomer().former(), NEUTRAL),
                arguments("eligibility_minor", aCustomer().aged(17), NEUTRAL),
                arguments("eligibility_noFibre", aCustomer().with(new Network(false, true)), NEUTRAL),
                arguments("eligibility_noMobileCoverage", aCustomer().with(new Network(true, false)), NEUTRAL),
                arguments("eligibility_longArrears", aCustomer().with(owing("40", 31)), NEUTRAL),
                arguments("eligibility_largeArrears", aCustomer().with(owing("100.01", 0)), NEUTRAL),
                arguments("eligibility_companyArrears", aCompany().with(owing("2000.01", 0)), NEUTRAL),
                arguments("suitability_shortArrears", aCustomer().with(owing("40", 30)), NEUTRAL),
                arguments("applicability_tenureTooShort", aCustomer().since(TODAY.minusMonths(3).plusDays(1)), NEUTRAL),
                arguments("applicability_freshContract", aCustomer().with(new Engagement(30, 1, 0, null, TODAY.minusDays(40))), NEUTRAL),
                arguments("applicability_complaintsOpen", aCustomer().with(new Engagement(30, 3, 2, null, null)), NEUTRAL),
                arguments("eligibility_mobileLockedIn", aCustomer().owning(lockedIn(ServiceCategory.MOBILE)), NEUTRAL),
                arguments("eligibility_broadbandLockedIn", aCustomer().owning(lockedIn(ServiceCategory.HBB)), NEUTRAL),
                arguments("eligibility_tvLockedIn", aCustomer().owning(lockedIn(ServiceCategory.TV)), NEUTRAL),
                arguments("applicability_livesAlone", aCustomer().livingWith(1), NEUTRAL),
                arguments("suitability_youngAdult", aCustomer().aged(20), NEUTRAL),
                arguments("suitability_vulnerable", aCustomer().vulnerable(), NEUTRAL),
                arguments("eligibility_consumerIot", aCustomer(), NEUTRAL),
                arguments("applicability_securityOwned", aCustomer().owning(holding("SAFE", ServiceCategory.SECURITY, 1)), NEUTRAL),
                arguments("suitability_promotionGap", aCustomer(), promotionEndWithAGapOf("20.01")),
                arguments("applicability_companyTooSmallForIot", aCompany().employing(9, 0.1), NEUTRAL),
                arguments("applicability_companyTooSmallForSecurity", aCompany().employing(4, 0.1), NEUTRAL),
                arguments("applicability_companyTooSmallForCloud", aCompany().employing(2, 0.1), NEUTRAL),
                arguments("applicability_companyShrinking", aCompany().employing(30, -0.11), NEUTRAL),
                arguments("applicability_dataHardlyUsed", aCustomer().with(using(0.02, 0.19)), NEUTRAL),
                arguments("applicability_hiresNobody", aCompany().with(hiring(0, 0.0)), NEUTRAL),
                arguments("applicability_promotionJustEnded", aCustomer().with(new Engagement(30, 1, 1, null, null)), NEUTRAL),
                arguments("suitability_novice", aCustomer().with(new Person(75, null, 1, "fr", DigitalExpertise.NOVICE, false)), NEUTRAL),
                arguments("suitability_vulnerableUpgrade", aCustomer().vulnerable(), NEUTRAL),
                arguments("suitability_billShock", aCustomer(), NEUTRAL),
                arguments("suitability_companyBillShock", aCompany(), NEUTRAL));
    }

    @ParameterizedTest
    @MethodSource("eachRowWithACustomerMadeForIt")
    void aRowFiresForACustomerMadeForIt(String row, CustomerBuilder customer, TriggerFacts trigger) {
        assertThat(rowsFor(customer, trigger)).extracting(TableRow::rule).contains(row);
    }

    @Test
    void noRowButTheMarketsOwnFiresForTheDefaultConsumer() {
        assertThat(rowsFor(aCustomer(), NEUTRAL))
                .extracting(TableRow::rule)
                .containsExactly("eligibility_consumerIot", "suitability_billShock");
    }

    @Test
    void noRowButTheLimitOnItsBillFiresForTheDefaultCompany() {
        assertThat(rowsFor(aCompany(), NEUTRAL)).extracting(TableRow::rule).containsExactly("suitability_companyBillShock");
    }

    @Test
    void whatIsUnknownExcludesNothing() {
        assertThat(rowsFor(aStranger(), NEUTRAL))
                .extracting(TableRow::rule)
                .containsExactly("eligibility_consumerIot", "suitability_billShock");
        assertThat(rowsFor(aCompany().with((Billing) null), NEUTRAL)).isEmpty();
    }

    @Test
    void everyRowHasACustomerMadeForIt() {
        List<String> tested = Stream.concat(
                        eachRowWithACustomerMadeForIt().map(row -> (String) row.get()[0]),
                        Stream.of("suitability_highPaymentRisk", "suitability_paymentRisk", "suitability_losingValue"))
                .toList();

        assertThat(TABLES.stream().flatMap(table -> Tables.model(table).getModelElementsByType(Rule.class).stream()))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void whoIsLikelyToFallBehindGetsASmallIncreaseAndWhoIsVeryLikelyNothing() {
        assertThat(rowsFor(aCustomer(), 0.24)).doesNotContain("suitability_paymentRisk");
        assertThat(rowsFor(aCustomer(), 0.25)).contains("suitability_paymentRisk").doesNotContain("suitability_highPaymentRisk");
        assertThat(rowsFor(aCustomer(), 0.5)).contains("suitability_highPaymentRisk").doesNotContain("suitability_paymentRisk");
        assertThat(rowsFor(aCompany(), 0.3)).doesNotContain("suitability_paymentRisk");
    }

    @Test
    void whoUsesLessAndLessAndMayLeaveGetsASmallIncrease() {
        CustomerBuilder fading = aCustomer().with(using(-0.06, 0.6));

        assertThat(rowsFor(fading, scores(0.2, 0.1, 0.3))).contains("suitability_losingValue");
        assertThat(rowsFor(fading, scores(0.2, 0.1, 0.29))).doesNotContain("suitability_losingValue");
    }

    @ParameterizedTest
    @CsvSource({"10, 50.00", "83.33, 50.00", "90, 54.00", "333.33, 200.00"})
    void aBillGrowsByAFixedAmountOrAShareOfWhatItIs(String bill, String most) {
        assertThat(limit(aCustomer().with(billing(bill)))).isEqualTo(Money.euros(most));
    }

    @Test
    void aBillNobodyKnowsGrowsByTheFixedAmountAndACompanysMayDouble() {
        assertThat(limit(aCustomer().with((Billing) null))).isEqualTo(Money.euros("50"));
        assertThat(limit(aCompany().with(billing("149")))).isEqualTo(Money.euros("200"));
        assertThat(limit(aCompany().with(billing("320.55")))).isEqualTo(Money.euros("320.55"));
    }

    @ParameterizedTest
    @MethodSource("brokenRows")
    void aRowThatExcludesNothingIsBroken(Map<String, Object> outputs) {
        TableRow row = new TableRow("suitability", "suitability_any", "Pourquoi. || Why.", outputs);

        assertThatThrownBy(() -> ExclusionTable.read(List.of(row), Stage.SUITABILITY)).isInstanceOf(BrokenTable.class);
    }

    static Stream<Map<String, Object>> brokenRows() {
        return Stream.of(
                Map.of("reason", "ANY"),
                Map.of("reason", "ANY", "scope", " , "),
                Map.of("reason", "ANY", "scope", "MOBILE/"),
                Map.of("reason", "ANY", "maxBillIncrease", "much"));
    }

    @Test
    void theTightestLimitOnTheBillCounts() {
        Exclusions exclusions = ExclusionTable.read(
                rowsFor(aCustomer().aged(19).with(owing("10", 5)), promotionEndWithAGapOf("25")), Stage.SUITABILITY);

        assertThat(exclusions.maxBillIncrease()).isEqualTo(Money.euros("15"));
        assertThat(exclusions.maxBillIncreaseReason().rule()).isEqualTo("suitability_shortArrears");
    }

    private static List<String> rowsFor(CustomerBuilder customer, double paymentRisk) {
        CustomerScores scores = scores(
                Map.of(), new Outlook(null, null, Map.of(), null, null, new Probability(paymentRisk), null, null));
        return rowsFor(customer, scores);
    }

    private static List<String> rowsFor(CustomerBuilder customer, CustomerScores scores) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), scores, null, null, TODAY);
        return matched(facts, NEUTRAL).stream().map(TableRow::rule).toList();
    }

    private static List<TableRow> rowsFor(CustomerBuilder customer, TriggerFacts trigger) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), scores(0.2, 0.1, 0.1), null, null, TODAY);
        return matched(facts, trigger);
    }

    private static List<TableRow> matched(CustomerFacts facts, TriggerFacts trigger) {
        return TABLES.stream()
                .flatMap(table -> Tables.evaluate(table, Map.of("customer", facts, "trigger", trigger)).stream())
                .toList();
    }

    private static Usage using(double trend, double saturation) {
        return new Usage(25.0, 200.0, null, trend, saturation, 0.9);
    }

    private static Company hiring(int openPositions, double growth) {
        return new Company("RETAIL", 30, growth, openPositions, List.of(), null, List.of(), 2);
    }

    private static TriggerFacts promotionEndWithAGapOf(String euros) {
        return new TriggerFacts("promotion-end", Money.euros(euros), TODAY, null, null, null, null);
    }

    private static Money limit(CustomerBuilder customer) {
        return ExclusionTable.read(rowsFor(customer, NEUTRAL), Stage.SUITABILITY).maxBillIncrease();
    }

    private static Billing billing(String arpu) {
        return new Billing(Money.euros(arpu), 0.5, Money.ZERO, 0);
    }

    private static Billing owing(String euros, int days) {
        return new Billing(Money.euros("35"), 0.5, Money.euros(euros), days);
    }

    private static Holding lockedIn(ServiceCategory category) {
        return new Holding("X", category, 1, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(2), TODAY.plusMonths(8));
    }
}
