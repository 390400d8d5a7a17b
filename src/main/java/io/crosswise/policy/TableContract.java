package io.crosswise.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the product asks of one decision table: who changes the table is held to it before the table is used.
 *
 * @param name id of the decision, and name of its file in {@code dmn/}
 * @param reads facts that are known when the table is evaluated
 * @param names which of these facts it may ask, as a cell writes them; empty is all
 * @param columns every output its reader understands
 * @param reader reads matched rows as the decision does, and throws {@link BrokenTable} where it cannot
 */
public record TableContract(
        String name,
        Answers answers,
        Set<Facts> reads,
        Set<String> names,
        List<Column<?>> columns,
        Consumer<List<TableRow>> reader) {
    /** How many rows may answer; it says which hit policies a table can have. */
    public enum Answers {
        EXACTLY_ONE("FIRST", "UNIQUE", "ANY"),
        AT_MOST_ONE("FIRST", "UNIQUE", "ANY"),
        ANY_NUMBER("COLLECT", "RULE ORDER");

        private final List<String> hitPolicies;

        Answers(String... hitPolicies) {
            this.hitPolicies = List.of(hitPolicies);
        }

        public List<String> hitPolicies() {
            return hitPolicies;
        }
    }

    public TableContract {
        reads = Set.copyOf(reads);
        names = Set.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** Of a table that may ask everything of the facts it reads. */
    public TableContract(
            String name, Answers answers, Set<Facts> reads, List<Column<?>> columns, Consumer<List<TableRow>> reader) {
        this(name, answers, reads, Set.of(), columns, reader);
    }
}
