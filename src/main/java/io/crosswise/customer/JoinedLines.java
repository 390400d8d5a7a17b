package io.crosswise.customer;

import io.crosswise.customer.ImportStaging.Line;
import io.crosswise.customer.Mapping.Column;
import io.crosswise.customer.Mapping.Table;
import io.crosswise.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of one customer over all tables, duplicates merged. */
final class JoinedLines {
    private static final String FROM_EARLIER_LINE = "empty in the customer's last line, taken from an earlier one";

    private final Mapping mapping;
    private final Map<Integer, Line> lines = new TreeMap<>();

    /** @param ordered by table, then line; a later line of a table wins where it is not empty */
    JoinedLines(Mapping mapping, List<Line> ordered, ImportTally tally) {
        this.mapping = mapping;
        for (Line line : ordered) {
            lines.merge(line.table(), line, (earlier, later) -> merged(earlier, later, tally));
        }
    }

    private Line merged(Line earlier, Line later, ImportTally tally) {
        tally.mergedDuplicate();
        List<String> values = new ArrayList<>(later.values());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty() && !earlier.values().get(i).isEmpty()) {
                values.set(i, earlier.values().get(i));
                tally.filled(mapping.tables().get(later.table()).columns().get(i), FROM_EARLIER_LINE);
            }
        }
        return new Line(later.table(), later.number(), later.key(), values);
    }

    String key() {
        return first().key();
    }

    /** The line by which to find the customer in the source. */
    Line first() {
        return lines.values().iterator().next();
    }

    boolean has(int table) {
        return lines.containsKey(table);
    }

    void add(Line lookedUp) {
        lines.put(lookedUp.table(), lookedUp);
    }

    /** Line of the table, 0 when the customer has none. */
    long lineNumber(int table) {
        return has(table) ? lines.get(table).number() : 0;
    }

    /** Empty when the cell is, or when there is no line. */
    String text(int table, String column) {
        int at = mapping.tables().get(table).columns().indexOf(column);
        return has(table) ? lines.get(table).values().get(at) : "";
    }

    String text(Column column) {
        List<Table> tables = mapping.tables();
        for (int table = 0; table < tables.size(); table++) {
            if (tables.get(table).file().equals(column.file())) {
                return text(table, column.name());
            }
        }
        throw new IllegalArgumentException("No table holds " + column);
    }

    /** Of the mapping and every cell it names: equal when an import of these lines would change nothing. */
    String hash() {
        StringBuilder cells = new StringBuilder(mapping.version());
        for (int table = 0; table < mapping.tables().size(); table++) {
            cells.append('\u001d');
            if (has(table)) {
                lines.get(table).values().forEach(text -> cells.append('\u001f').append(text));
            }
        }
        return StableHash.sha256(cells.toString().getBytes(StandardCharsets.UTF_8));
    }
}
