package io.crosswise.table;

import io.crosswise.table.DecisionTable.Input;
import io.crosswise.table.DecisionTable.Output;
import io.crosswise.table.DecisionTable.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * What a DMN file holds.
 *
 * @param decisions ids of all its decisions, tables or not
 */
record TableFile(List<String> decisions, List<DecisionTable> tables) {
    /** @throws RefusedTable when the file is no XML this reader takes, speaks anything but FEEL, is no DMN, or has a decision without id */
    static TableFile read(byte[] file) {
        XmlElement root = ReadXml.read(file);
        if (!root.name().equals("definitions") || !root.namespace().toUpperCase(java.util.Locale.ROOT).contains("/DMN/")) {
            throw RefusedTable.of("NOT_DMN", "The file is XML, but no DMN: its outermost element is <" + root.name() + ">.");
        }
        List<Complaint> complaints = OnlyFeel.check(root);
        if (!complaints.isEmpty()) {
            throw new RefusedTable(complaints);
        }
        List<String> decisions = new ArrayList<>();
        List<DecisionTable> tables = new ArrayList<>();
        root.children("decision").forEach(decision -> {
            decisions.add(id(decision));
            decision.child("decisionTable").map(table -> table(decision, table)).ifPresent(tables::add);
        });
        return new TableFile(decisions, tables);
    }

    private static String id(XmlElement decision) {
        String id = decision.attribute("id");
        if (id == null || id.isBlank()) {
            throw RefusedTable.of(
                    "NO_ID",
                    "The decision in line " + decision.line() + " of the file has no id; set it in Camunda Modeler under General.");
        }
        return id;
    }

    private static DecisionTable table(XmlElement decision, XmlElement table) {
        String hitPolicy = table.attribute("hitPolicy");
        List<Row> rows = new ArrayList<>();
        table.children("rule").forEach(rule -> rows.add(row(rows.size() + 1, rule)));
        return new DecisionTable(
                decision.attribute("id"),
                decision.attribute("name"),
                hitPolicy == null ? "UNIQUE" : hitPolicy,
                table.attribute("aggregation"),
                table.children("input").map(TableFile::input).toList(),
                table.children("output").map(TableFile::output).toList(),
                rows);
    }

    private static Input input(XmlElement input) {
        XmlElement expression = input.child("inputExpression").orElse(null);
        String says = expression == null ? "" : expression.says();
        String label = input.attribute("label");
        return new Input(
                label == null || label.isBlank() ? says : label,
                says,
                expression == null ? null : expression.attribute("typeRef"),
                input.line());
    }

    private static Output output(XmlElement output) {
        String label = output.attribute("label");
        String name = output.attribute("name");
        return new Output(
                label == null || label.isBlank() ? name : label,
                name == null ? "" : name,
                output.attribute("typeRef"),
                output.child("defaultOutputEntry").map(XmlElement::says).filter(says -> !says.isEmpty()).orElse(null),
                output.line());
    }

    private static Row row(int number, XmlElement rule) {
        return new Row(
                number,
                rule.attribute("id"),
                rule.child("description").map(XmlElement::text).orElse(""),
                rule.children("inputEntry").map(XmlElement::says).toList(),
                rule.children("outputEntry").map(XmlElement::says).toList(),
                rule.line());
    }
}
