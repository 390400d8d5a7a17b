package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import io.crosswise.trigger.TriggerFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeverTableTest {
    private static final LocalDate QUIET = LocalDate.parse("2027-02-10");

    static Stream<Arguments> eachRowWithAMomentMadeForIt() {
        return Stream.of(
                arguments("newSiteNeedsAccess", aCompany(), "new-site", QUIET),
                arguments("newSiteNeedsLines", aCompany(), "new-site", QUIET),
                arguments("recruitsNeedLines", aCompany(), "recruitment", QUIET),
                arguments("expansionNeedsReach", aCompany(), "geographic-expansion", QUIET),
                arguments("growthNeedsTools", aCompany(), "company-growth", QUIET),
                arguments("dataUsedUp", aCustomer(), "mobile-data-saturation", QUIET),
                arguments("dataNearlyUsedUp", aCustomer().with(using(0.9)), "promotion-end", QUIET),
                arguments("promotionEnds", aCustomer(), "promotion-end", QUIET),
                arguments("houseMove", aCustomer(), "house-move", QUIET),
                arguments("birth", aCustomer(), "birth", QUIET),
                arguments("anniversary", aCustomer(), "customer-anniversary", QUIET),
                arguments("onThePhone", aCustomer(), "inbound-contact", QUIET),
                arguments("yearEndTv", aCustomer(), "birth", LocalDate.parse("2026-12-31")),
                arguments("backToSchool", aCustomer(), "birth", LocalDate.parse("2027-08-15")),
                arguments("cyberMonth", aCompany(), "new-site", LocalDate.parse("2027-10-31")),
                arguments("loyalBundles", aCustomer(), "birth", QUIET),
                arguments("radioWhereFibre", aCustomer().with(new Network(true, true)), "birth", QUIET));
    }

    @ParameterizedTest
    @MethodSource("eachRowWithAMomentMadeForIt")
    void aRowSpeaksInAMomentMadeForIt(String row, CustomerBuilder customer, String trigger, LocalDate day) {
        assertThat(rows(customer, trigger, day)).extracting(TableRow::rule).contains("levers_" + row);
    }

    @Test
    void everyRowHasAMomentMadeForIt() {
        assertThat(Tables.model("levers").getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrderElementsOf(
                        eachRowWithAMomentMadeForIt().map(row -> "levers_" + row.get()[0]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30", "2027-01-01"})
    void aLeverEndsWithItsPeriod(String day) {
        assertThat(rows(aCustomer(), "birth", LocalDate.parse(day))).extracting(TableRow::rule).doesNotContain("levers_yearEndTv");
    }

    @Test
    void tellsContextFromLeversWithTheirFactorAndReason() {
        Levers levers = LeverTable.read(rows(aCustomer().with(new Network(true, true)), "house-move", QUIET));

        Lever context = levers.list().get(0);
        assertThat(context.kind()).isEqualTo(Levers.Kind.CONTEXT);
        assertThat(context.scopes()).extracting(Scope::toString).containsExactly("HBB", "TV");
        assertThat(context.factor()).isEqualTo(1.4);
        assertThat(context.reason().code()).isEqualTo("NEW_HOME");
        assertThat(context.reason().rule()).isEqualTo("levers_houseMove");
        assertThat(levers.list()).extracting(Lever::kind).contains(Levers.Kind.LEVER);
    }

    @Test
    void aLeverMovesACandidateOnceHoweverManyOfItsScopesCoverIt() {
        Levers levers = LeverTable.read(List.of(row("HBB, TV", "LEVER", "1.5")));

        assertThat(levers.on(aCandidate().as(Kind.BUNDLE)
                        .adding(List.of("F", "T"), Set.of(ServiceCategory.HBB, ServiceCategory.TV))
                        .build()))
                .hasSize(1);
        assertThat(levers.on(aCandidate("C", ServiceCategory.CLOUD).build())).isEmpty();
    }

    @Test
    void refusesFactorsOutOfBounds() {
        assertThat(LeverTable.read(List.of(row("*", "LEVER", "0"), row("*", "CONTEXT", "5"))).list()).hasSize(2);
        assertThatThrownBy(() -> LeverTable.read(List.of(row("*", "LEVER", "-0.1")))).isInstanceOf(BrokenTable.class);
        assertThatThrownBy(() -> LeverTable.read(List.of(row("*", "LEVER", "5.01")))).isInstanceOf(BrokenTable.class);
        assertThatThrownBy(() -> LeverTable.read(List.of(row("*", "LEVER", "much")))).isInstanceOf(BrokenTable.class);
    }

    @Test
    void refusesARowThatMovesNothingOrSaysNotWhy() {
        assertThatThrownBy(() -> LeverTable.read(List.of(row("", "LEVER", "1")))).isInstanceOf(BrokenTable.class);
        assertThatThrownBy(() -> LeverTable.read(List.of(row("*", "WISH", "1")))).isInstanceOf(BrokenTable.class);
    }

    private static TableRow row(String scope, String kind, String factor) {
        return new TableRow(
                "levers", "levers_any", "Pourquoi. || Why.", Map.of("scope", scope, "kind", kind, "factor", factor, "reason", "ANY"));
    }

    private static List<TableRow> rows(CustomerBuilder customer, String trigger, LocalDate day) {
        boolean company = customer.build().company() != null;
        CustomerFacts facts = CustomerFacts.of(
                customer.build(), null, company ? Segment.EBU_SME : Segment.B2C_LOYALTY, null, day);
        return Tables.evaluate("levers", Map.of("customer", facts, "trigger", TriggerFacts.of(trigger)));
    }

    private static Usage using(double share) {
        return new Usage(50.0, 300.0, 20.0, 0.1, share, 0.9);
    }
}
