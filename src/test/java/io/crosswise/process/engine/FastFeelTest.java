package io.crosswise.process.engine;

import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.process.engine.TableCells.Cell;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastFeelTest {
    private final FeelEngine stock = new ScalaFeelEngine(List.of());
    private final FeelEngine fast = new FastFeel();

    /** As tables see a customer: a public record by its accessors. */
    public record Customer(int tenureMonths, Boolean fibre, String segment, BigDecimal bill, List<String> held)
            implements Serializable {}

    @Test
    void everyCellOfEveryTableAnswersAsTheStockEngine() {
        int compared = 0;
        int differentAnswers = 0;
        for (TableCells table : TableCells.all()) {
            for (Cell cell : table.cells()) {
                List<Object> answers = new ArrayList<>();
                for (Map<String, Object> variables : table.boundaryVariables(cell)) {
                    Object expected = answer(stock, cell, variables);
                    assertThat(answer(fast, cell, variables)).as("%s in %s with %s", cell, table.name(), variables).isEqualTo(expected);
                    answers.add(expected);
                    compared++;
                }
                differentAnswers += answers.stream().distinct().count() > 1 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(5_000);
        assertThat(differentAnswers).as("cells whose answer depends on the generated values").isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.tenureMonths + 1", "customer.fibre", "customer.segment", "customer.bill * 12", "customer.held",
                "customer.unheardOf", "nobody.tenureMonths", "customer", "count(customer.held)", "list contains(customer.held, \"TV\")",
                "if customer.tenureMonths > 24 then \"old\" else \"new\"", "sum([1, 2, customer.bill])", "date(\"2026-01-31\")",
                "duration(\"P3M\")", "1 / 0", "\"a\" + 1", "assert(customer.fibre, customer.fibre = false)", "not(customer.fibre)",
                "some c in customer.held satisfies c = \"TV\"", "{a: 1, b: [2, null]}", "upper case(customer.segment)",
                "substring(customer.segment, 2)", "sort(customer.held, function(a, b) a < b)", "null", "this is no feel (", "",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}"
            })
    void expressionsOnRecordsAnswerAsTheStockEngine(String expression) {
        for (Object customer : customers()) {
            VariableContext variables = Variables.createVariables().putValue("customer", customer).asVariableContext();
            Supplier<Object> expected = () -> stock.evaluateSimpleExpression(expression, variables);
            assertThat(outcome(() -> fast.evaluateSimpleExpression(expression, variables))).isEqualTo(outcome(expected));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-", "> 24", "[12..24]", "(12..24)", "not(24)", "12, 24", "\"TV\"", "not(\"TV\", \"MOBILE\")", "true", "null",
                "customer.tenureMonths", "> customer.tenureMonths", "? > 3", "list contains(customer.held, ?)", "\"a\" + 1", "(", ""
            })
    void unaryTestsAnswerAsTheStockEngine(String test) {
        for (Object input : new Object[] {null, 11, 12, 24, 24.5, new BigDecimal("24"), "TV", "", true, List.of("TV"), Map.of()}) {
            for (Object customer : customers()) {
                VariableContext variables = Variables.createVariables()
                        .putValue("customer", customer)
                        .putValue("cellInput", input)
                        .asVariableContext();
                Supplier<Object> expected = () -> stock.evaluateSimpleUnaryTests(test, "cellInput", variables);
                assertThat(outcome(() -> fast.evaluateSimpleUnaryTests(test, "cellInput", variables)))
                        .as("%s on %s", test, input)
                        .isEqualTo(outcome(expected));
            }
        }
    }

    @Test
    void aCellIsReadAgainWithOtherVariablesAfterItWasParsed() {
        String cell = "customer.tenureMonths > 24";
        assertThat(evaluate(cell, new Customer(25, null, null, null, null))).isEqualTo(true);
        assertThat(evaluate(cell, new Customer(24, null, null, null, null))).isEqualTo(false);
    }

    @Test
    void theTimeOfACellIsTheTimeOfItsDecision() {
        VariableContext context = Variables.createVariables()
                .putValue("input", anInput().at(Instant.parse("2024-02-29T23:59:59Z")).build())
                .asVariableContext();
        assertThat((Object) fast.evaluateSimpleExpression("today() = date(\"2024-02-29\")", context)).isEqualTo(true);
        assertThat((Object) fast.evaluateSimpleExpression("now() > date and time(\"2024-03-01T00:00:00Z\")", context)).isEqualTo(false);
        assertThat((Object) fast.evaluateSimpleExpression("today() > date(\"2024-03-01\")", Variables.createVariables().asVariableContext()))
                .as("outside a decision")
                .isEqualTo(true);
    }

    private Object evaluate(String expression, Customer customer) {
        return fast.evaluateSimpleExpression(
                expression, Variables.createVariables().putValue("customer", customer).asVariableContext());
    }

    private static List<Object> customers() {
        Map<String, Object> byKey = new HashMap<>();
        byKey.put("tenureMonths", 24);
        byKey.put("fibre", null);
        byKey.put("segment", "B2C_LOYALTY");
        byKey.put("bill", 39.9);
        byKey.put("held", List.of("TV", "MOBILE"));
        List<Object> customers = new ArrayList<>(List.of(
                new Customer(36, true, "B2C_STANDARD", new BigDecimal("29.99"), List.of("TV")),
                new Customer(-1, null, null, null, null),
                byKey));
        customers.add(null);
        return customers;
    }

    private static Object answer(FeelEngine engine, Cell cell, Map<String, Object> variables) {
        VariableContext context = Variables.fromMap(variables).asVariableContext();
        return outcome(() -> cell.isTest()
                ? (Object) engine.evaluateSimpleUnaryTests(cell.text(), TableCells.INPUT, context)
                : engine.evaluateSimpleExpression(cell.text(), context));
    }

    private static Object outcome(Supplier<Object> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException e) {
            return e.getClass() + ": " + e.getMessage();
        }
    }
}
