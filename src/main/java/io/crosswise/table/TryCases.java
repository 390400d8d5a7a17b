package io.crosswise.table;

import io.crosswise.policy.BrokenTable;
import io.crosswise.policy.TableContract;
import io.crosswise.policy.TableRow;
import io.crosswise.table.DecisionTable.Row;
import io.crosswise.table.Vocabulary.Name;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Asks a table about a customer made for each row and about a thousand mixed ones, always the same, and reads every answer as the
 * decision would: the limits in its cells and the values beside them, what is unknown, and words no cell names.
 */
final class TryCases {
    static final int MIXED = 1_000;
    private static final long SEED = 20_261_125L;
    private static final int MOST_COMPLAINTS = 5;

    private final DecisionTable table;
    private final TableContract contract;
    private final CellGrid grid;
    private final TryTable.Trial trial;
    private final Map<Name, List<Object>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> nobody = new HashMap<>();
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    private TryCases(DecisionTable table, TableContract contract, Vocabulary vocabulary, CellGrid grid, TryTable.Trial trial) {
        this.table = table;
        this.contract = contract;
        this.grid = grid;
        this.trial = trial;
        for (String variable : vocabulary.variables()) {
            Map<String, Object> facts = new HashMap<>();
            vocabulary.of(variable).forEach((name, known) -> facts.put(name, PossibleValues.any(known)));
            nobody.put(variable, facts);
        }
        usedNames(vocabulary).forEach(name -> values.put(name, PossibleValues.of(name, cells(name))));
    }

    static List<Complaint> run(
            DecisionTable table, TableContract contract, Vocabulary vocabulary, CellGrid grid, TryTable.Trial trial) {
        TryCases cases = new TryCases(table, contract, vocabulary, grid, trial);
        for (int row = 0; row < grid.rows() && cases.goesOn(); row++) {
            cases.ask(cases.madeFor(row));
        }
        for (int i = 0; i < MIXED && cases.goesOn(); i++) {
            cases.ask(cases.mixed());
        }
        return List.copyOf(cases.complaints.values());
    }

    private boolean goesOn() {
        return complaints.size() < MOST_COMPLAINTS;
    }

    private Map<Name, Object> mixed() {
        Map<Name, Object> facts = new LinkedHashMap<>();
        values.forEach((name, possible) -> facts.put(name, possible.get(random.nextInt(possible.size()))));
        return facts;
    }

    /** Somebody the row lets through, as far as its cells look at their own columns only. */
    private Map<Name, Object> madeFor(int row) {
        Map<Name, Object> facts = mixed();
        for (int column = 0; column < grid.columns(); column++) {
            BitSet let = grid.letThrough(row, column);
            if (grid.name(column) != null && let != null && !let.isEmpty()) {
                int[] through = let.stream().toArray();
                facts.put(grid.name(column), grid.values(column).get(through[random.nextInt(through.length)]));
            }
        }
        return facts;
    }

    private void ask(Map<Name, Object> facts) {
        Map<String, Object> variables = new HashMap<>();
        nobody.forEach((variable, known) -> variables.put(variable, new HashMap<>(known)));
        facts.forEach((name, value) -> put(variables, name, value));
        try {
            List<TableRow> rows = trial.rows(variables);
            contract.reader().accept(rows);
        } catch (BrokenTable e) {
            complain("UNREADABLE_ANSWER", e.getMessage(), facts);
        } catch (RuntimeException e) {
            complain("FAILS", "The table cannot be evaluated (" + EngineWords.of(e) + ")", facts);
        }
    }

    private void complain(String code, String what, Map<Name, Object> facts) {
        String who = facts.entrySet().stream()
                .limit(12)
                .map(fact -> fact.getKey().path() + " = " + CellGrid.say(fact.getValue()))
                .collect(Collectors.joining(", "));
        complaints.putIfAbsent(what, Complaint.of(code, what + ", for example for " + (who.isEmpty() ? "anybody" : who) + "."));
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> variables, Name name, Object value) {
        int dot = name.path().indexOf('.');
        ((Map<String, Object>) variables.get(name.path().substring(0, dot))).put(name.path().substring(dot + 1), value);
    }

    private Set<Name> usedNames(Vocabulary vocabulary) {
        Set<Name> used = new LinkedHashSet<>();
        List<String> expressions = new ArrayList<>();
        table.inputs().forEach(input -> expressions.add(input.expression()));
        for (Row row : table.rows()) {
            expressions.addAll(row.when());
            expressions.addAll(row.then());
        }
        new LinkedHashSet<>(expressions).forEach(expression -> Feel.paths(expression)
                .forEach(path -> vocabulary.find(path).ifPresent(used::add)));
        return used;
    }

    /** Cells that compare the fact with something, as far as their text tells. */
    private Set<String> cells(Name name) {
        Set<String> cells = new LinkedHashSet<>();
        for (int column = 0; column < table.inputs().size(); column++) {
            boolean own = Feel.paths(table.inputs().get(column).expression()).stream()
                    .anyMatch(path -> (path.variable() + "." + path.name()).equals(name.path()));
            for (Row row : table.rows()) {
                String cell = row.when().get(column);
                if (own || cell.contains(name.path())) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }
}
