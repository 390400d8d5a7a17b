package io.crosswise.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crosswise.shared.Stage;
import io.crosswise.testing.RandomCustomers;
import io.crosswise.testing.Tables;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTablesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "segmentation", "sociostyle", "strategy", "eligibility", "applicability", "suitability", "contact-policy", "levers", "substitution",
        "channel-assignment", "approval"
    })
    void everyTableHoldsOneDecisionOfItsNameAndAReasonPerRow(String table) {
        DmnModelInstance model = Tables.model(table);

        assertThat(model.getModelElementsByType(Decision.class)).hasSize(1);
        Decision decision = model.getModelElementById(table);
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P30D");
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .allMatch(element -> element.getHitPolicy() != HitPolicy.ANY && element.getAggregation() == null);
        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getDescription().getTextContent()).matches("[^|]+\\. \\|\\| [^|]+\\.");
            assertThat(row.getId()).startsWith(camelCase(table) + "_");
        });
    }

    @Property(tries = 150)
    void aCustomerOfWhomAnythingIsUnknownGetsOneSegmentAtMostOneSociostyleAndOneStrategy(@ForAll long seed) {
        Map<String, Object> variables = RandomCustomers.variables(seed);

        assertThatCode(() -> SegmentationTable.read(Tables.evaluate("segmentation", variables))).doesNotThrowAnyException();
        assertThat(Tables.evaluate("sociostyle", variables)).hasSizeLessThanOrEqualTo(1);
        assertThatCode(() -> StrategyTable.read(Tables.evaluate("strategy", variables))).doesNotThrowAnyException();
    }

    @Property(tries = 150)
    void policyAnswersForEveryCustomerOfWhomAnythingIsUnknown(@ForAll long seed) {
        Map<String, Object> variables = RandomCustomers.variables(seed);
        CustomerFacts customer = (CustomerFacts) variables.get("customer");

        for (Stage stage : List.of(Stage.ELIGIBILITY, Stage.APPLICABILITY, Stage.SUITABILITY)) {
            String table = stage.name().toLowerCase(Locale.ROOT);
            assertThatCode(() -> ExclusionTable.read(Tables.evaluate(table, variables), stage)).doesNotThrowAnyException();
        }
        assertThatCode(() -> LeverTable.read(Tables.evaluate("levers", variables))).doesNotThrowAnyException();
        assertThatCode(() -> ChannelPreferencesTable.read(Tables.evaluate("channel-assignment", variables)))
                .doesNotThrowAnyException();
        assertThatCode(() -> ApprovalTable.read(Tables.evaluate("approval", variables))).doesNotThrowAnyException();
        ContactPermissions permissions = new JudgeContacts()
                .judge(
                        ContactPolicyTable.read(Tables.evaluate("contact-policy", variables)), List.of(), RandomCustomers.history(seed),
                        customer, Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Paris"))
                .permissions();
        assertThat(permissions.allowed()).doesNotContainAnyElementsOf(permissions.refused().keySet());
    }

    private static String camelCase(String table) {
        StringBuilder name = new StringBuilder();
        for (String word : table.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
