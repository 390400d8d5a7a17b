package io.crosswise.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An output of a decision table, declared once: its reader reads through it, and the gate in front of the table knows from it what a
 * cell may say.
 *
 * @param words what it may say; empty is not limited
 * @param codes whether it may also name offers and bundles of the catalogue, and join words by {@code /}
 * @param several whether a cell may hold several words, separated by commas
 * @param optional whether the table may do without the column
 */
public record Column<T>(
        String name,
        Kind kind,
        Set<String> words,
        boolean codes,
        boolean several,
        boolean optional,
        BiFunction<TableRow, String, T> reader) {
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG
    }

    public static Column<String> text(String name) {
        return new Column<>(name, Kind.TEXT, Set.of(), false, false, false, TableRow::text);
    }

    /** Null where the row leaves it empty. */
    public static Column<BigDecimal> number(String name) {
        return new Column<>(name, Kind.NUMBER, Set.of(), false, false, false, Rows::number);
    }

    /** False where the row leaves it empty. */
    public static Column<Boolean> flag(String name) {
        return new Column<>(name, Kind.FLAG, Set.of(), false, false, false, (row, output) -> Boolean.TRUE.equals(row.outputs().get(output)));
    }

    public static <E extends Enum<E>> Column<E> choice(String name, Class<E> choices) {
        return new Column<>(
                name, Kind.TEXT, names(choices), false, false, false, (row, output) -> Rows.choice(row, output, choices));
    }

    /** Several of the choices in a cell; empty where the row leaves it empty. */
    public static <E extends Enum<E>> Column<List<E>> choices(String name, Class<E> choices) {
        return new Column<>(name, Kind.TEXT, names(choices), false, true, false, (row, output) -> Rows.list(row, output).stream()
                .map(word -> Rows.choice(row, output, word, choices))
                .toList());
    }

    /** Several scopes in a cell; empty where the row leaves it empty. */
    public static Column<List<Scope>> scopes(String name, String... more) {
        Set<String> words = Stream.concat(Scope.WORDS.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
        return new Column<>(name, Kind.TEXT, words, true, true, false, (row, output) -> Rows.list(row, output).stream()
                .map(text -> scope(row, output, text))
                .toList());
    }

    private static Scope scope(TableRow row, String output, String text) {
        try {
            return Scope.of(text);
        } catch (IllegalArgumentException e) {
            throw BrokenTable.cell(row, output, text);
        }
    }

    /** Several words in a cell, each one of those given; empty where the row leaves it empty. */
    public static Column<List<String>> words(String name, Set<String> words) {
        return new Column<>(name, Kind.TEXT, Set.copyOf(words), false, true, false, (row, output) -> {
            List<String> said = Rows.list(row, output);
            said.stream().filter(word -> !words.contains(word)).findFirst().ifPresent(word -> {
                throw BrokenTable.cell(row, output, word);
            });
            return said;
        });
    }

    public Column<T> orWithout() {
        return new Column<>(name, kind, words, codes, several, true, reader);
    }

    /** @throws BrokenTable when the row says something the column must not */
    public T of(TableRow row) {
        return reader.apply(row, name);
    }

    private static Set<String> names(Class<? extends Enum<?>> choices) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(choices.getEnumConstants()).map(Enum::name).forEach(names::add);
        return names;
    }
}
