package io.crosswise.table;

import java.util.List;

/**
 * A decision table as its file says it.
 *
 * @param id of the decision, by which a business rule task asks it
 * @param hitPolicy as in the standard, {@code UNIQUE} when the file names none
 * @param aggregation of a {@code COLLECT} table; null for a plain list
 */
public record DecisionTable(
        String id, String name, String hitPolicy, String aggregation, List<Input> inputs, List<Output> outputs, List<Row> rows) {
    /**
     * @param label what people call the column
     * @param expression what it looks at, in FEEL
     * @param type null when the file names none
     * @param line of the file
     */
    public record Input(String label, String expression, String type, int line) {}

    /**
     * @param name by which its reader knows it
     * @param fallback what it answers when no row does, in FEEL; null for nothing
     */
    public record Output(String label, String name, String type, String fallback, int line) {}

    /**
     * @param number from 1, as Camunda Modeler shows it
     * @param annotation what its author wrote beside it; empty when nothing
     * @param when a cell per input; empty is anything
     * @param then a cell per output; empty is nothing
     */
    public record Row(int number, String id, String annotation, List<String> when, List<String> then, int line) {}
}
