package io.crosswise.table;

import io.crosswise.table.DecisionTable.Row;
import io.crosswise.table.Vocabulary.Name;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For every cell of the inputs the values it lets through, as the engine itself judges them. */
final class CellGrid {
    /** @param names of the columns; null where a column looks at more than one fact */
    private record Columns(List<Name> names, List<List<Object>> values) {}

    private final DecisionTable table;
    private final Columns columns;
    /** By row and column; null where a cell depends on more than its column. */
    private final BitSet[][] let;

    private CellGrid(DecisionTable table, Columns columns, BitSet[][] let) {
        this.table = table;
        this.columns = columns;
        this.let = let;
    }

    static CellGrid of(DecisionTable table, Vocabulary vocabulary, TryTable.Trial trial, List<Complaint> complaints) {
        Columns columns = new Columns(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < table.inputs().size(); i++) {
            int column = i;
            Optional<Name> name = vocabulary.find(table.inputs().get(i).expression());
            columns.names().add(name.orElse(null));
            columns.values().add(name.map(known -> PossibleValues.of(
                            known, table.rows().stream().map(row -> row.when().get(column)).toList()))
                    .orElse(List.of(true)));
        }
        BitSet[][] let = new BitSet[table.rows().size()][columns.names().size()];
        for (int column = 0; column < columns.names().size(); column++) {
            Map<String, BitSet> known = new HashMap<>();
            for (Row row : table.rows()) {
                String cell = row.when().get(column);
                if (!known.containsKey(cell)) {
                    known.put(cell, letThrough(table, columns, column, row, trial, complaints));
                }
                let[row.number() - 1][column] = known.get(cell);
            }
        }
        return new CellGrid(table, columns, let);
    }

    private static BitSet letThrough(
            DecisionTable table, Columns columns, int column, Row row, TryTable.Trial trial, List<Complaint> complaints) {
        String cell = row.when().get(column);
        List<Object> values = columns.values().get(column);
        BitSet through = new BitSet(values.size());
        if (Feel.isEmpty(cell)) {
            through.set(0, values.size());
            return through;
        }
        if (columns.names().get(column) == null || !Feel.paths(cell).isEmpty()) {
            return null;
        }
        try {
            for (int i = 0; i < values.size(); i++) {
                through.set(i, trial.matches(cell, values.get(i)));
            }
        } catch (RuntimeException e) {
            complaints.add(new Complaint(
                    "CELL_FAILS", row.number(), table.inputs().get(column).label(), "The cell " + cell + " cannot be evaluated: " + EngineWords.of(e)));
            return null;
        }
        return through;
    }

    int rows() {
        return let.length;
    }

    int columns() {
        return columns.names().size();
    }

    /** Null when the cell depends on more than its column. */
    BitSet letThrough(int row, int column) {
        return let[row][column];
    }

    boolean isKnown(int row) {
        for (BitSet cell : let[row]) {
            if (cell == null) {
                return false;
            }
        }
        return true;
    }

    /** Every value of a column. */
    BitSet all(int column) {
        BitSet all = new BitSet();
        all.set(0, columns.values().get(column).size());
        return all;
    }

    List<Object> values(int column) {
        return columns.values().get(column);
    }

    String label(int column) {
        return table.inputs().get(column).label();
    }

    Name name(int column) {
        return columns.names().get(column);
    }

    /** A value as people say it. */
    static String say(Object value) {
        return value == null ? "unknown" : PossibleValues.ANOTHER.equals(value) ? "anything else" : value.toString();
    }
}
