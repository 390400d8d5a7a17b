package io.crosswise.policy;

import java.io.Serializable;
import java.util.Map;

/**
 * One matched row of a decision table, as {@code process} hands it over.
 *
 * @param table id of the table, for example {@code eligibility}
 * @param rule id of the row
 * @param annotation what the row's author wrote beside it; read to people as the reason
 * @param outputs by output name
 */
public record TableRow(String table, String rule, String annotation, Map<String, Object> outputs) implements Serializable {
    /** The output as text, null when the row leaves it empty. */
    public String text(String output) {
        Object value = outputs.get(output);
        return value == null ? null : value.toString();
    }
}
