package io.crosswise.table;

import io.crosswise.policy.TableContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The one gate in front of every decision table, whichever door it comes through. */
public final class JudgeTable {
    /** Of a file. */
    public static final int MOST_BYTES = ReadXml.MOST_BYTES;

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Map<String, TableContract> contracts = new TreeMap<>();
    private final TryTable tryTable;
    private final Supplier<Set<String>> sold;
    private final WithinTime withinTime = new WithinTime(LONGEST);

    /** @param sold codes of the offers and bundles on sale; while there are none, any code a table names is taken */
    public JudgeTable(Collection<TableContract> contracts, TryTable tryTable, Supplier<Set<String>> sold) {
        contracts.forEach(contract -> this.contracts.put(contract.name(), contract));
        this.tryTable = tryTable;
        this.sold = sold;
    }

    /**
     * Reads the file, holds it to its contract, looks for rows that cannot be reached, overlap or leave a gap, and asks it about made-up
     * customers.
     *
     * @param anyTable whether it may be a table the product does not ask by itself, for a process of somebody's own
     * @throws RefusedTable with all that is wrong, as far as it can be told in one go
     */
    public Judgement judge(byte[] file, boolean anyTable) {
        return withinTime.run(() -> judgeNow(file, anyTable));
    }

    /**
     * As {@link #judge}, for a file that is to be a certain table.
     *
     * @throws RefusedTable also when the file is about another table
     */
    Judgement judgeAs(String name, byte[] file) {
        return withinTime.run(() -> {
            List<String> decisions = TableFile.read(file).decisions();
            if (decisions.size() == 1 && !name.equals(decisions.get(0))) {
                throw RefusedTable.of(
                        "OTHER_TABLE", "The file is about the table \"" + decisions.get(0) + "\", not about \"" + name + "\".");
            }
            return judgeNow(file, false);
        });
    }

    private Judgement judgeNow(byte[] file, boolean anyTable) {
        TableFile read = TableFile.read(file);
        if (read.decisions().isEmpty()) {
            throw RefusedTable.of("NO_DECISION", "There is no decision in the file, so deploying it would change nothing.");
        }
        if (anyTable && read.decisions().stream().noneMatch(contracts::containsKey)) {
            return foreign(file, read);
        }
        return known(file, read);
    }

    private Judgement foreign(byte[] file, TableFile read) {
        read.tables().stream().filter(table -> table.rows().size() > CheckStructure.MOST_ROWS).findFirst().ifPresent(table -> {
            throw RefusedTable.of("TOO_MANY_ROWS", "The table " + table.id() + " has more than " + CheckStructure.MOST_ROWS + " rows.");
        });
        read.decisions().forEach(decision -> tryTable.open(file, decision));
        return new Judgement(null, List.of("The product does not ask this table itself: its inputs and outputs were not checked."));
    }

    private Judgement known(byte[] file, TableFile read) {
        if (read.decisions().size() > 1) {
            throw RefusedTable.of("SEVERAL_DECISIONS", "The file holds " + read.decisions().size()
                    + " decisions; keep one table in a file, and send each file.");
        }
        String id = read.decisions().get(0);
        TableContract contract = contracts.get(id);
        if (contract == null) {
            throw RefusedTable.of("UNKNOWN_TABLE", "The product asks no table with the id \"" + id + "\"."
                    + CheckWords.meant(id, contracts.keySet())
                    + " The id is set in Camunda Modeler under General; an administrator may deploy tables for processes of your own.");
        }
        if (read.tables().isEmpty()) {
            throw RefusedTable.of("NO_TABLE", "The decision \"" + id + "\" is no decision table; only tables are accepted.");
        }
        return judge(file, read.tables().get(0), contract);
    }

    private Judgement judge(byte[] file, DecisionTable table, TableContract contract) {
        Vocabulary vocabulary = new Vocabulary(contract.reads(), contract.names());
        refuseIfAny(CheckStructure.check(table, contract, vocabulary));
        refuseIfAny(CheckWords.check(table, contract, vocabulary, sold.get()));
        TryTable.Trial trial = tryTable.open(file, table.id());
        List<Complaint> complaints = new ArrayList<>();
        List<String> notChecked = new ArrayList<>();
        CellGrid grid = CellGrid.of(table, vocabulary, trial, complaints);
        refuseIfAny(complaints);
        refuseIfAny(CheckRows.check(table, contract, grid, notChecked));
        refuseIfAny(TryCases.run(table, contract, vocabulary, grid, trial));
        return new Judgement(table, List.copyOf(notChecked));
    }

    private static void refuseIfAny(List<Complaint> complaints) {
        if (!complaints.isEmpty()) {
            throw new RefusedTable(complaints);
        }
    }
}
