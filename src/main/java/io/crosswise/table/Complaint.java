package io.crosswise.table;

/**
 * What is wrong with a table, in words its author understands.
 *
 * @param code stable, for programs
 * @param row from 1 as Camunda Modeler shows it; null when it is about no single row
 * @param column its label; null when it is about no single column
 */
public record Complaint(String code, Integer row, String column, String text) {
    static Complaint of(String code, String text) {
        return new Complaint(code, null, null, text);
    }

    /** With the place in front, as a message of one line. */
    public String sentence() {
        StringBuilder place = new StringBuilder();
        if (row != null) {
            place.append("Row ").append(row);
        }
        if (column != null) {
            place.append(row == null ? "Column \"" : ", column \"").append(column).append('"');
        }
        return place.isEmpty() ? text : place + ": " + text;
    }
}
