package io.crosswise.policy;

import java.util.List;

/** Reads what {@code dmn/sociostyle.dmn} answered: output {@code sociostyle}. */
public final class SociostyleTable {
    private SociostyleTable() {}

    /** Null when no row matched: too little is known of the customer, or it is a company. */
    public static String read(List<TableRow> rows) {
        return rows.isEmpty() ? null : rows.get(0).text("sociostyle");
    }
}
