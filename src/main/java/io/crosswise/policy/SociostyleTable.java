package io.crosswise.policy;

import io.crosswise.policy.Sociostyle.Depth;
import io.crosswise.policy.Sociostyle.Tone;
import io.crosswise.policy.TableContract.Answers;
import java.util.List;
import java.util.Set;

/** Reads what {@code dmn/sociostyle.dmn} answered: outputs {@code sociostyle}, {@code tone} and {@code depth}. */
public final class SociostyleTable {
    private static final Column<String> SOCIOSTYLE = Column.text("sociostyle");
    private static final Column<Tone> TONE = Column.choice("tone", Tone.class);
    private static final Column<Depth> DEPTH = Column.choice("depth", Depth.class);

    public static final TableContract CONTRACT = new TableContract(
            "sociostyle",
            Answers.AT_MOST_ONE,
            Set.of(Facts.CUSTOMER),
            List.of(SOCIOSTYLE, TONE, DEPTH),
            SociostyleTable::read);

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
        return new Sociostyle(SOCIOSTYLE.of(row), TONE.of(row), DEPTH.of(row));
    }
}
