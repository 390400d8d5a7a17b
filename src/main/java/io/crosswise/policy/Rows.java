package io.crosswise.policy;

import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Turns the cells of matched rows into typed values. */
final class Rows {
    /** The stable code of a row's reason; its annotation is the text. */
    static final Column<String> REASON = Column.text("reason");

    private Rows() {}

    static TableRow only(String table, List<TableRow> rows) {
        if (rows.size() != 1) {
            throw BrokenTable.rows(table, rows.size());
        }
        return rows.get(0);
    }

    /** The row's output {@code reason} as the code, its annotation as the text; the row's id stands in for a missing code. */
    static Reason reason(TableRow row, Stage stage) {
        String code = REASON.of(row);
        return new Reason(code == null ? row.rule() : code, stage, row.rule(), row.annotation());
    }

    static <E extends Enum<E>> E choice(TableRow row, String output, Class<E> choices) {
        return choice(row, output, row.text(output), choices);
    }

    static <E extends Enum<E>> E choice(TableRow row, String output, String name, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BrokenTable.cell(row, output, name));
    }

    /** The parts of a comma-separated cell; empty when the row leaves it empty. */
    static List<String> list(TableRow row, String output) {
        String text = row.text(output);
        return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::trim).filter(part -> !part.isEmpty()).toList();
    }

    /** Null when the row leaves the cell empty. */
    static BigDecimal number(TableRow row, String output) {
        String text = row.text(output);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw BrokenTable.cell(row, output, text);
        }
    }

    static Money money(TableRow row, String output) {
        BigDecimal number = number(row, output);
        return number == null ? null : new Money(number);
    }
}
