package io.crosswise.table;

import io.crosswise.table.DecisionTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What changes for people when one table takes the place of another, cell by cell, in the words of its columns.
 *
 * @param table what changes for the whole table: hit policy, name, columns
 * @param moved rows that stand elsewhere among those that stay, where the order of rows counts
 */
public record TableDifference(
        String summary, List<Change> table, List<Line> added, List<Line> removed, List<ChangedLine> changed, List<Moved> moved) {
    /** @param before null when there was none @param after null when there is none */
    public record Change(String what, String before, String after) {}

    /**
     * A row.
     *
     * @param when filled cells of the inputs, by label
     * @param then filled cells of the outputs, by label
     */
    public record Line(int row, String id, String reason, Map<String, String> when, Map<String, String> then) {}

    /** @param row where it stands now @param before where it stood */
    public record ChangedLine(int row, int before, String id, String reason, List<Change> cells) {}

    public record Moved(int row, int before, String id, String reason) {}

    static TableDifference between(DecisionTable before, DecisionTable after) {
        Map<Row, Row> pairs = pairs(before, after);
        Set<Row> kept = Set.copyOf(pairs.values());
        List<ChangedLine> changed = new ArrayList<>();
        pairs.forEach((old, now) -> {
            List<Change> cells = cells(before, old, after, now);
            if (!cells.isEmpty()) {
                changed.add(new ChangedLine(now.number(), old.number(), now.id(), now.annotation(), cells));
            }
        });
        List<Line> added = after.rows().stream().filter(row -> !kept.contains(row)).map(row -> line(after, row)).toList();
        List<Line> removed = before.rows().stream().filter(row -> !pairs.containsKey(row)).map(row -> line(before, row)).toList();
        List<Moved> moved = List.of("FIRST", "RULE ORDER").contains(after.hitPolicy()) ? moved(pairs) : List.of();
        List<Change> whole = whole(before, after);
        return new TableDifference(summary(whole, added, removed, changed, moved), whole, added, removed, changed, moved);
    }

    public boolean isEmpty() {
        return table.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty() && moved.isEmpty();
    }

    /** Rows that are the same ones, by id and else by what they say. */
    private static Map<Row, Row> pairs(DecisionTable before, DecisionTable after) {
        Map<String, Row> byId = new HashMap<>();
        after.rows().forEach(row -> byId.put(row.id(), row));
        Map<Row, Row> pairs = new LinkedHashMap<>();
        Set<Row> free = new LinkedHashSet<>(after.rows());
        for (Row row : before.rows()) {
            Row now = byId.get(row.id());
            if (now != null && free.remove(now)) {
                pairs.put(row, now);
            }
        }
        for (Row row : before.rows()) {
            if (!pairs.containsKey(row)) {
                free.stream()
                        .filter(now -> now.when().equals(row.when()) && now.then().equals(row.then()))
                        .findFirst()
                        .ifPresent(now -> {
                            free.remove(now);
                            pairs.put(row, now);
                        });
            }
        }
        return pairs;
    }

    private static List<Change> cells(DecisionTable before, Row old, DecisionTable after, Row now) {
        Map<String, String> was = say(before, old);
        Map<String, String> is = say(after, now);
        Set<String> columns = new LinkedHashSet<>(is.keySet());
        columns.addAll(was.keySet());
        List<Change> changes = new ArrayList<>();
        columns.stream().filter(column -> !Objects.equals(was.get(column), is.get(column)))
                .forEach(column -> changes.add(new Change(column, was.get(column), is.get(column))));
        if (!old.annotation().equals(now.annotation())) {
            changes.add(new Change("Annotation", old.annotation(), now.annotation()));
        }
        return changes;
    }

    private static Line line(DecisionTable table, Row row) {
        return new Line(row.number(), row.id(), row.annotation(), when(table, row), then(table, row));
    }

    private static Map<String, String> say(DecisionTable table, Row row) {
        Map<String, String> all = when(table, row);
        all.putAll(then(table, row));
        return all;
    }

    private static Map<String, String> when(DecisionTable table, Row row) {
        return filled(table.inputs().stream().map(DecisionTable.Input::label).toList(), row.when());
    }

    private static Map<String, String> then(DecisionTable table, Row row) {
        return filled(table.outputs().stream().map(DecisionTable.Output::label).toList(), row.then());
    }

    private static Map<String, String> filled(List<String> labels, List<String> cells) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(labels.size(), cells.size()); i++) {
            if (!Feel.isEmpty(cells.get(i))) {
                filled.merge(labels.get(i), cells.get(i), (one, other) -> one + " and " + other);
            }
        }
        return filled;
    }

    private static List<Change> whole(DecisionTable before, DecisionTable after) {
        List<Change> changes = new ArrayList<>();
        change(changes, "Name", before.name(), after.name());
        change(changes, "Hit policy", before.hitPolicy(), after.hitPolicy());
        change(changes, "Aggregation", before.aggregation(), after.aggregation());
        columns(changes, "Input", named(before.inputs(), DecisionTable.Input::label, DecisionTable.Input::expression),
                named(after.inputs(), DecisionTable.Input::label, DecisionTable.Input::expression));
        columns(changes, "Output", named(before.outputs(), DecisionTable.Output::label, DecisionTable.Output::name),
                named(after.outputs(), DecisionTable.Output::label, DecisionTable.Output::name));
        return changes;
    }

    private static void columns(List<Change> changes, String kind, Map<String, String> before, Map<String, String> after) {
        Set<String> labels = new LinkedHashSet<>(before.keySet());
        labels.addAll(after.keySet());
        labels.forEach(label -> change(changes, kind + " \"" + label + "\"", before.get(label), after.get(label)));
    }

    private static <T> Map<String, String> named(List<T> columns, Function<T, String> label, Function<T, String> value) {
        Map<String, String> named = new LinkedHashMap<>();
        columns.forEach(column -> named.put(label.apply(column), value.apply(column)));
        return named;
    }

    private static void change(List<Change> changes, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, before, after));
        }
    }

    /** The fewest rows whose moving explains the new order: all but a longest run that kept it. */
    private static List<Moved> moved(Map<Row, Row> pairs) {
        List<Map.Entry<Row, Row>> inOldOrder = pairs.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(pair -> pair.getKey().number()))
                .toList();
        int[] longest = new int[inOldOrder.size()];
        int[] before = new int[inOldOrder.size()];
        int end = -1;
        for (int i = 0; i < longest.length; i++) {
            longest[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (number(inOldOrder, j) < number(inOldOrder, i) && longest[j] + 1 > longest[i]) {
                    longest[i] = longest[j] + 1;
                    before[i] = j;
                }
            }
            end = end < 0 || longest[i] > longest[end] ? i : end;
        }
        Set<Integer> stay = new java.util.HashSet<>();
        for (int i = end; i >= 0; i = before[i]) {
            stay.add(i);
        }
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < longest.length; i++) {
            if (!stay.contains(i)) {
                Row now = inOldOrder.get(i).getValue();
                moved.add(new Moved(now.number(), inOldOrder.get(i).getKey().number(), now.id(), now.annotation()));
            }
        }
        return moved;
    }

    private static int number(List<Map.Entry<Row, Row>> pairs, int i) {
        return pairs.get(i).getValue().number();
    }

    private static String summary(
            List<Change> whole, List<Line> added, List<Line> removed, List<ChangedLine> changed, List<Moved> moved) {
        List<String> parts = new ArrayList<>();
        count(parts, added.size(), "added");
        count(parts, removed.size(), "removed");
        count(parts, changed.size(), "changed");
        count(parts, moved.size(), "moved");
        if (!whole.isEmpty()) {
            parts.add(whole.size() + (whole.size() == 1 ? " change" : " changes") + " to the table as a whole");
        }
        return parts.isEmpty() ? "Nothing changes." : String.join(", ", parts) + ".";
    }

    private static void count(List<String> parts, int rows, String what) {
        if (rows > 0) {
            parts.add(rows + (rows == 1 ? " row " : " rows ") + what);
        }
    }
}
