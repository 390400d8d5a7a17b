package io.crosswise.table;

import java.util.List;

/**
 * What the gate says of a file it lets through.
 *
 * @param table null when the file is not about a table the product asks itself
 * @param notChecked what could not be told about it, in words
 */
public record Judgement(DecisionTable table, List<String> notChecked) {}
