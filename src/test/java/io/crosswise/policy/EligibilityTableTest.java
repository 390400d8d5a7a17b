package io.crosswise.policy;

import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.CustomerBuilder.holding;
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosswise.customer.CustomerProfile.Billing;
import io.crosswise.customer.CustomerProfile.Engagement;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.Outlook;
import io.crosswise.shared.Money;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
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
import org.junit.jupiter.params.provider.MethodSource;

class EligibilityTableTest {
    private static final TriggerFacts NEUTRAL = TriggerFacts.of("promotion-end");

    static Stream<Arguments> eachRowWithACustomerMadeForIt() {
        return Stream.of(
                arguments("formerCustomer", aCustomer().former(), NEUTRAL),
                arguments("minor", aCustomer().aged(17), NEUTRAL),
                arguments("noFibre", aCustomer().with(new Network(false, true)), NEUTRAL),
                arguments("noMobileCoverage", aCustomer().with(new Network(true, false)), NEUTRAL),
                arguments("longArrears", aCustomer().with(owing("40", 31)), NEUTRAL),
                arguments("largeArrears", aCustomer().with(owing("100.01", 0)), NEUTRAL),
                arguments("companyArrears", aCompany().with(owing("2000.01", 0)), NEUTRAL),
                arguments("shortArrears", aCustomer().with(owing("40", 30)), NEUTRAL),
                arguments("tenureTooShort", aCustomer().since(TODAY.minusMonths(3).plusDays(1)), NEUTRAL),
                arguments("freshContract", aCustomer().with(new Engagement(30, 1, 0, null, TODAY.minusDays(40))), NEUTRAL),
                arguments("complaintsOpen", aCustomer().with(new Engagement(30, 3, 2, null, null)), NEUTRAL),
                arguments("mobileLockedIn", aCustomer().owning(lockedIn(ServiceCategory.MOBILE)), NEUTRAL),
                arguments("broadbandLockedIn", aCustomer().owning(lockedIn(ServiceCategory.HBB)), NEUTRAL),
                arguments("tvLockedIn", aCustomer().owning(lockedIn(ServiceCategory.TV)), NEUTRAL),
                arguments("livesAlone", aCustomer().livingWith(1), NEUTRAL),
                arguments("youngAdult", aCustomer().aged(20), NEUTRAL),
                arguments("vulnerable", aCustomer().vulnerable(), NEUTRAL),
                arguments("consumerIot", aCustomer(), NEUTRAL),
                arguments("securityOwned", aCustomer().owning(holding("SAFE", ServiceCategory.SECURITY, 1)), NEUTRAL),
                arguments("promotionGap", aCustomer(), promotionEndWithAGapOf("20.01")),
                arguments("companyTooSmallForIot", aCompany().employing(9, 0.1), NEUTRAL),
                arguments("companyTooSmallForSecurity", aCompany().employing(4, 0.1), NEUTRAL),
                arguments("companyTooSmallForCloud", aCompany().employing(2, 0.1), NEUTRAL),
                arguments("companyShrinking", aCompany().employing(30, -0.11), NEUTRAL));
    }

    @ParameterizedTest
    @MethodSource("eachRowWithACustomerMadeForIt")
    void aRowFiresForACustomerMadeForIt(String row, CustomerBuilder customer, TriggerFacts trigger) {
        assertThat(rowsFor(customer, trigger)).extracting(TableRow::rule).contains("eligibility_" + row);
    }

    @Test
    void noRowButTheMarketsOwnFiresForTheDefaultConsumer() {
        assertThat(rowsFor(aCustomer(), NEUTRAL)).extracting(TableRow::rule).containsExactly("eligibility_consumerIot");
    }

    @Test
    void noRowFiresForTheDefaultCompany() {
        assertThat(rowsFor(aCompany(), NEUTRAL)).isEmpty();
    }

    @Test
    void whatIsUnknownExcludesNothing() {
        assertThat(rowsFor(aStranger(), NEUTRAL)).extracting(TableRow::rule).containsExactly("eligibility_consumerIot");
    }

    @Test
    void everyRowHasACustomerMadeForIt() {
        List<String> tested = Stream.concat(
                        eachRowWithACustomerMadeForIt().map(row -> "eligibility_" + row.get()[0]),
                        Stream.of("eligibility_highPaymentRisk", "eligibility_paymentRisk"))
                .toList();

        assertThat(Tables.model("eligibility").getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void whoIsLikelyToFallBehindGetsASmallIncreaseAndWhoIsVeryLikelyNothing() {
        assertThat(rowsFor(aCustomer(), 0.24)).doesNotContain("eligibility_paymentRisk");
        assertThat(rowsFor(aCustomer(), 0.25)).contains("eligibility_paymentRisk").doesNotContain("eligibility_highPaymentRisk");
        assertThat(rowsFor(aCustomer(), 0.5)).contains("eligibility_highPaymentRisk").doesNotContain("eligibility_paymentRisk");
        assertThat(rowsFor(aCompany(), 0.3)).isEmpty();
    }

    @Test
    void theTightestLimitOnTheBillCounts() {
        Eligibility eligibility = EligibilityTable.read(
                rowsFor(aCustomer().aged(19).with(owing("10", 5)), promotionEndWithAGapOf("25")));

        assertThat(eligibility.maxBillIncrease()).isEqualTo(Money.euros("15"));
        assertThat(eligibility.maxBillIncreaseReason().rule()).isEqualTo("eligibility_shortArrears");
    }

    private static List<String> rowsFor(CustomerBuilder customer, double paymentRisk) {
        CustomerScores scores = scores(
                Map.of(), new Outlook(null, null, Map.of(), null, null, new Probability(paymentRisk), null, null));
        CustomerFacts facts = CustomerFacts.of(customer.build(), scores, null, null, TODAY);
        return Tables.evaluate("eligibility", Map.of("customer", facts, "trigger", NEUTRAL)).stream()
                .map(TableRow::rule)
                .toList();
    }

    private static List<TableRow> rowsFor(CustomerBuilder customer, TriggerFacts trigger) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), scores(0.2, 0.1, 0.1), null, null, TODAY);
        return Tables.evaluate("eligibility", Map.of("customer", facts, "trigger", trigger));
    }

    private static TriggerFacts promotionEndWithAGapOf(String euros) {
        return new TriggerFacts("promotion-end", Money.euros(euros), TODAY, null, null, null, null);
    }

    private static Billing owing(String euros, int days) {
        return new Billing(Money.euros("35"), 0.5, Money.euros(euros), days);
    }

    private static Holding lockedIn(ServiceCategory category) {
        return new Holding("X", category, 1, Money.euros("20"), Money.euros("8"), TODAY.minusMonths(2), TODAY.plusMonths(8));
    }
}
