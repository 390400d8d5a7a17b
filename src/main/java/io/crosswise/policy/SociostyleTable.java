package io.crosswise.policy;

import java.util.List;

/** Reads what {@code dmn/sociostyle.dmn} answered: outputs {@code sociostyle}, {@code tone} and {@code depth}. */
public final class SociostyleTable {
    private SociostyleTable() {}

    /**
     * Null when no row matched: too little is known of the customer, or it is a company.
     *
     * @throws BrokenTable when a row names no tone or depth there is
     */
    public static Sociostyle read(List<TableRow> rows) {
        return rows.isEmpty() ? null : read(rows.get(0));
    }

    private static Sociostyle read(TableRow row) {
        return new Sociostyle(
                row.text("sociostyle"),
                Rows.choice(row, "tone", Sociostyle.Tone.class),
                Rows.choice(row, "depth", Sociostyle.Depth.class));
    }
}
