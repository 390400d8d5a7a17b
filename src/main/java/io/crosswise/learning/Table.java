package io.crosswise.learning;

import java.util.List;

/**
 * Rows of text as they came, before anybody knows what they mean.
 *
 * @param rows one value per column; null when it is missing
 * @param sha256 fingerprint of what they were read from, hexadecimal
 */
public record Table(List<String> columns, List<String[]> rows, String sha256) {

    /** Every value of a column. @throws TrainingImpossible when there is no such column */
    public String[] values(String column) {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new TrainingImpossible("There is no column '" + column + "'; there are " + String.join(", ", columns));
        }
        return rows.stream().map(row -> row[place]).toArray(String[]::new);
    }
}
