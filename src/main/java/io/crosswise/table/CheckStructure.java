package io.crosswise.table;

import io.crosswise.policy.Column;
import io.crosswise.policy.TableContract;
import io.crosswise.table.DecisionTable.Input;
import io.crosswise.table.DecisionTable.Output;
import io.crosswise.table.DecisionTable.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a table has the hit policy, the inputs and the outputs its reader can work with. */
final class CheckStructure {
    static final int MOST_ROWS = 2_000;
    private static final int MOST_COLUMNS = 60;
    private static final Set<String> TYPES =
            Set.of("string", "boolean", "number", "integer", "long", "double", "date", "any", "Any");
    private static final Map<Column.Kind, Set<String>> TYPES_OF = Map.of(
            Column.Kind.TEXT, Set.of("string"),
            Column.Kind.NUMBER, Set.of("number", "integer", "long", "double"),
            Column.Kind.FLAG, Set.of("boolean"));

    private final DecisionTable table;
    private final TableContract contract;
    private final Vocabulary vocabulary;
    private final List<Complaint> complaints = new ArrayList<>();

    private CheckStructure(DecisionTable table, TableContract contract, Vocabulary vocabulary) {
        this.table = table;
        this.contract = contract;
        this.vocabulary = vocabulary;
    }

    static List<Complaint> check(DecisionTable table, TableContract contract, Vocabulary vocabulary) {
        CheckStructure check = new CheckStructure(table, contract, vocabulary);
        check.size();
        check.hitPolicy();
        check.inputs();
        check.outputs();
        check.rows();
        return check.complaints;
    }

    private void size() {
        if (table.rows().isEmpty()) {
            complain("NO_ROWS", null, "The table has no row.");
        }
        if (table.rows().size() > MOST_ROWS) {
            complain("TOO_MANY_ROWS", null, "The table has " + table.rows().size() + " rows; at most " + MOST_ROWS + " are accepted.");
        }
        if (table.inputs().size() + table.outputs().size() > MOST_COLUMNS) {
            complain("TOO_MANY_COLUMNS", null, "The table has more than " + MOST_COLUMNS + " columns.");
        }
    }

    private void hitPolicy() {
        if (!contract.answers().hitPolicies().contains(table.hitPolicy())) {
            complain("HIT_POLICY", null, "The hit policy " + table.hitPolicy() + " does not fit this table: "
                    + (contract.answers() == TableContract.Answers.ANY_NUMBER ? "every row that matches counts" : "one row decides")
                    + ", so it must be " + String.join(" or ", contract.answers().hitPolicies()) + ".");
        }
        if (table.aggregation() != null) {
            complain("AGGREGATION", null, "The aggregation " + table.aggregation() + " adds rows up and loses their reasons; choose none.");
        }
    }

    private void inputs() {
        for (Input input : table.inputs()) {
            if (input.expression().isEmpty()) {
                complain("NO_EXPRESSION", input.label(), "The input has no expression; write what it looks at, for example customer.age.");
            }
            checkType(input.label(), input.type());
            CheckWords.names(input.expression(), vocabulary).forEach(text -> complain("UNKNOWN_INPUT", input.label(), text));
        }
    }

    private void outputs() {
        Set<String> seen = new HashSet<>();
        for (Output output : table.outputs()) {
            Column<?> column = column(output.name());
            if (!seen.add(output.name())) {
                complain("OUTPUT_TWICE", output.label(), "Two outputs are called \"" + output.name() + "\".");
            } else if (column == null) {
                complain("UNKNOWN_OUTPUT", output.label(), "Nobody reads an output called \"" + output.name() + "\" of this table. It can have: "
                        + contract.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ".");
            } else if (output.type() != null && !TYPES_OF.get(column.kind()).contains(output.type())) {
                complain("OUTPUT_TYPE", output.label(), "The type of output \"" + output.name() + "\" is " + output.type() + ", and must be "
                        + TYPES_OF.get(column.kind()).stream().sorted().collect(Collectors.joining(" or ")) + ".");
            }
        }
        contract.columns().stream()
                .filter(column -> !column.optional() && !seen.contains(column.name()))
                .forEach(column -> complain("MISSING_OUTPUT", null, "The output \"" + column.name() + "\" is missing; the product needs it."));
    }

    private void rows() {
        Set<String> ids = new HashSet<>();
        for (Row row : table.rows()) {
            if (row.when().size() != table.inputs().size() || row.then().size() != table.outputs().size()) {
                complaints.add(new Complaint(
                        "CELLS_MISSING", row.number(), null, "The row has " + row.when().size() + " input and " + row.then().size()
                                + " output cells, the table " + table.inputs().size() + " and " + table.outputs().size() + "."));
            }
            if (row.id() == null || !ids.add(row.id())) {
                complaints.add(new Complaint(
                        "ROW_ID", row.number(), null, "The row has no id of its own; decisions could not name it. Add it again with Camunda Modeler."));
            }
        }
    }

    private void checkType(String label, String type) {
        if (type != null && !TYPES.contains(type)) {
            complain("TYPE", label, "The type \"" + type + "\" is unknown; choose string, number, boolean or date.");
        }
    }

    private Column<?> column(String name) {
        return contract.columns().stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
    }

    private void complain(String code, String column, String text) {
        complaints.add(new Complaint(code, null, column, text));
    }
}
