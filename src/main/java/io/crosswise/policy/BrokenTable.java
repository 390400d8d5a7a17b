package io.crosswise.policy;

/** A decision table answered something no stage can act upon; the table has to be corrected. */
public class BrokenTable extends RuntimeException {
    private BrokenTable(String message) {
        super(message);
    }

    static BrokenTable cell(TableRow row, String output, Object value) {
        return new BrokenTable(
                "Row " + row.rule() + " of table " + row.table() + " answers " + value + " in its column " + output);
    }

    static BrokenTable rows(String table, int rows) {
        return new BrokenTable("Table " + table + " must match exactly one row, not " + rows);
    }
}
