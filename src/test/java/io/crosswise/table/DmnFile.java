package io.crosswise.table;

import java.util.ArrayList;
import java.util.List;

/** Builds DMN files for tests; a row is a line of cells separated by bars, the last of them its annotation when there is one too many. */
public final class DmnFile {
    private final String id;
    private final String hitPolicy;
    private final StringBuilder columns = new StringBuilder();
    private final StringBuilder rules = new StringBuilder();
    private int inputs;
    private int outputs;

    private DmnFile(String id, String hitPolicy) {
        this.id = id;
        this.hitPolicy = hitPolicy;
    }

    public static DmnFile of(String id, String hitPolicy) {
        return new DmnFile(id, hitPolicy);
    }

    public DmnFile input(String label, String expression, String type) {
        columns.append("<input id=\"in%d\" label=\"%s\"><inputExpression id=\"ex%d\" typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
                .formatted(++inputs, label, inputs, type, expression));
        return this;
    }

    public DmnFile output(String label, String name, String type) {
        columns.append("<output id=\"out%d\" label=\"%s\" name=\"%s\"%s/>\n"
                .formatted(++outputs, label, name, type == null ? "" : " typeRef=\"" + type + "\""));
        return this;
    }

    public DmnFile rows(String lines) {
        int number = 0;
        for (String line : lines.strip().split("\n")) {
            row("row" + ++number, List.of(line.strip().split(" \\| ")));
        }
        return this;
    }

    public DmnFile row(String rowId, List<String> cells) {
        rules.append("<rule id=\"%s\">".formatted(rowId));
        if (cells.size() > inputs + outputs) {
            rules.append("<description>%s</description>".formatted(cells.get(inputs + outputs)));
        }
        List<String> entries = new ArrayList<>(cells.subList(0, inputs + outputs));
        for (int i = 0; i < entries.size(); i++) {
            String element = i < inputs ? "inputEntry" : "outputEntry";
            String text = entries.get(i).equals("-") ? "" : entries.get(i).replace("&", "&amp;").replace("<", "&lt;");
            rules.append("<%1$s id=\"%2$s_%3$d\"><text>%4$s</text></%1$s>".formatted(element, rowId, i, text));
        }
        rules.append("</rule>\n");
        return this;
    }

    public String build() {
        return """
                <definitions id="file" name="file" xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="test">
                <decision id="%s" name="table"><decisionTable id="table" hitPolicy="%s">
                %s%s</decisionTable></decision>
                </definitions>"""
                .formatted(id, hitPolicy, columns, rules);
    }
}
