package io.crosswise.table;

import io.crosswise.policy.TableContract;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.table.Uncovered.TooMuch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether rows can be reached, exclude each other where the hit policy wants it, and leave no gap where somebody must answer. */
final class CheckRows {
    private final DecisionTable table;
    private final TableContract contract;
    private final CellGrid grid;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> notChecked;

    private CheckRows(DecisionTable table, TableContract contract, CellGrid grid, List<String> notChecked) {
        this.table = table;
        this.contract = contract;
        this.grid = grid;
        this.notChecked = notChecked;
    }

    /** @param notChecked receives what could not be told, in words */
    static List<Complaint> check(DecisionTable table, TableContract contract, CellGrid grid, List<String> notChecked) {
        CheckRows check = new CheckRows(table, contract, grid, notChecked);
        check.unknownCells();
        check.impossibleCells();
        if (check.complaints.isEmpty()) {
            if (table.hitPolicy().equals("FIRST")) {
                check.hiddenRows();
            } else if (!table.hitPolicy().equals("COLLECT") && !table.hitPolicy().equals("RULE ORDER")) {
                check.overlaps();
            }
            if (contract.answers() == Answers.EXACTLY_ONE && table.outputs().stream().allMatch(output -> output.fallback() == null)) {
                check.gap();
            }
        }
        return check.complaints;
    }

    private void unknownCells() {
        List<Integer> rows = IntStream.range(0, grid.rows()).filter(row -> !grid.isKnown(row)).boxed().toList();
        if (!rows.isEmpty()) {
            notChecked.add("Whether row " + rows.stream().map(row -> Integer.toString(row + 1)).limit(20).collect(Collectors.joining(", "))
                    + " overlaps others or can be reached: a cell depends on more than its own column.");
        }
    }

    private void impossibleCells() {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                BitSet let = grid.letThrough(row, column);
                if (let != null && let.isEmpty()) {
                    complaints.add(new Complaint("UNREACHABLE_ROW", row + 1, grid.label(column), "The cell "
                            + table.rows().get(row).when().get(column) + " lets no value through; the row can never match."));
                }
            }
        }
    }

    private void hiddenRows() {
        try {
            Uncovered uncovered = new Uncovered(grid);
            for (int row = 1; row < grid.rows(); row++) {
                List<Integer> above = IntStream.range(0, row).filter(grid::isKnown).boxed().toList();
                if (uncovered.find(above, box(row)) == null) {
                    complaints.add(new Complaint("UNREACHABLE_ROW", row + 1, null, hiddenBy(above, row)));
                }
            }
        } catch (TooMuch e) {
            notChecked.add("Whether every row can be reached: the rows divide the customers into too many groups.");
        }
    }

    private String hiddenBy(List<Integer> above, int row) {
        return above.stream()
                .filter(other -> new Uncovered(grid).find(List.of(other), box(row)) == null)
                .findFirst()
                .map(other -> "Row " + (other + 1) + " stands above it and matches whenever it would; it can never decide. Move it up or remove it.")
                .orElse("The rows above it together match whenever it would; it can never decide. Move it up or remove it.");
    }

    private void overlaps() {
        for (int row = 1; row < grid.rows(); row++) {
            for (int other = 0; other < row; other++) {
                if (grid.isKnown(row) && grid.isKnown(other) && overlap(row, other) && !mayOverlap(row, other)) {
                    complaints.add(new Complaint("OVERLAPPING_ROWS", row + 1, null, "Row " + (other + 1) + " matches the same case, for example "
                            + say(common(row, other)) + "; with hit policy " + table.hitPolicy() + " only one may"
                            + (table.hitPolicy().equals("ANY") ? ", unless both answer the same." : ".")));
                    break;
                }
            }
        }
    }

    private boolean mayOverlap(int row, int other) {
        return table.hitPolicy().equals("ANY") && table.rows().get(row).then().equals(table.rows().get(other).then());
    }

    private boolean overlap(int row, int other) {
        for (int column = 0; column < grid.columns(); column++) {
            if (!grid.letThrough(row, column).intersects(grid.letThrough(other, column))) {
                return false;
            }
        }
        return true;
    }

    private Map<Integer, Object> common(int row, int other) {
        Map<Integer, Object> values = new java.util.LinkedHashMap<>();
        for (int column = 0; column < grid.columns(); column++) {
            BitSet both = (BitSet) grid.letThrough(row, column).clone();
            both.and(grid.letThrough(other, column));
            if (!both.equals(grid.all(column))) {
                values.put(column, grid.values(column).get(both.nextSetBit(0)));
            }
        }
        return values;
    }

    private void gap() {
        List<Integer> known = IntStream.range(0, grid.rows()).filter(grid::isKnown).boxed().toList();
        try {
            Map<Integer, Object> values = new Uncovered(grid).find(known, everything());
            if (values == null) {
                return;
            }
            if (known.size() < grid.rows()) {
                notChecked.add("Whether some row always answers: some cells depend on more than their own column.");
                return;
            }
            complaints.add(Complaint.of("GAP", "No row answers for " + say(values)
                    + ". This table must always answer; add a row for it, or a last row without conditions."));
        } catch (TooMuch e) {
            notChecked.add("Whether some row always answers: the rows divide the customers into too many groups.");
        }
    }

    private BitSet[] box(int row) {
        BitSet[] box = new BitSet[grid.columns()];
        for (int column = 0; column < box.length; column++) {
            BitSet let = grid.letThrough(row, column);
            box[column] = let == null ? grid.all(column) : let;
        }
        return box;
    }

    private BitSet[] everything() {
        return IntStream.range(0, grid.columns()).mapToObj(grid::all).toArray(BitSet[]::new);
    }

    private String say(Map<Integer, Object> values) {
        String said = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> grid.label(entry.getKey()) + " = " + CellGrid.say(entry.getValue()))
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? "anybody" : said;
    }
}
