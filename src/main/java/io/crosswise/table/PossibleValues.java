package io.crosswise.table;

import io.crosswise.table.Vocabulary.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Values that stand for all others of a fact: every one between two limits written in the cells behaves like the one chosen there, for
 * cells that compare with numbers and texts.
 */
final class PossibleValues {
    /** A text no cell names. */
    static final String ANOTHER = "SOMETHING_ELSE";

    private PossibleValues() {}

    /** The values the cells distinguish, and null where the fact can be unknown. */
    static List<Object> of(Name name, Collection<String> cells) {
        Set<Object> values = new LinkedHashSet<>();
        switch (name.kind()) {
            case WHOLE -> whole(name, cells).forEach(values::add);
            case NUMBER -> numbers(name, cells).forEach(values::add);
            case FLAG -> values.addAll(List.of(true, false));
            case TEXT -> values.addAll(texts(name, cells));
            case DATE -> values.addAll(dates(cells));
            case LIST -> values.addAll(lists(cells));
        }
        List<Object> all = new ArrayList<>(values);
        if (name.nullable()) {
            all.add(null);
        }
        return all;
    }

    /** A value the fact can have, where the table does not look at it; null where it can be unknown. */
    static Object any(Name name) {
        return name.nullable() ? null : of(name, List.of()).get(0);
    }

    private static Collection<Integer> whole(Name name, Collection<String> cells) {
        TreeSet<Integer> values = new TreeSet<>();
        limits(name, cells).forEach(limit -> DoubleStream.of(
                        Math.floor(limit) - 1, Math.floor(limit), Math.ceil(limit), Math.ceil(limit) + 1)
                .filter(value -> value >= name.min() && value <= name.max())
                .forEach(value -> values.add((int) value)));
        return values;
    }

    private static Collection<Double> numbers(Name name, Collection<String> cells) {
        TreeSet<Double> limits = limits(name, cells);
        TreeSet<Double> values = new TreeSet<>();
        Double before = null;
        for (double limit : limits) {
            values.addAll(List.of(limit - 1, limit, limit + 1));
            if (before != null) {
                values.add((before + limit) / 2);
            }
            before = limit;
        }
        values.removeIf(value -> value < name.min() || value > name.max());
        return values;
    }

    private static TreeSet<Double> limits(Name name, Collection<String> cells) {
        TreeSet<Double> limits = new TreeSet<>();
        cells.forEach(cell -> Feel.numbers(cell).stream().map(BigDecimal::doubleValue).forEach(limits::add));
        DoubleStream.of(name.min(), name.max()).filter(Double::isFinite).forEach(limits::add);
        if (limits.isEmpty()) {
            limits.add(0.0);
        }
        return limits;
    }

    private static Collection<String> texts(Name name, Collection<String> cells) {
        if (!name.words().isEmpty()) {
            return name.words();
        }
        Set<String> texts = new LinkedHashSet<>();
        cells.forEach(cell -> texts.addAll(Feel.texts(cell)));
        texts.add(ANOTHER);
        return texts;
    }

    private static Collection<LocalDate> dates(Collection<String> cells) {
        TreeSet<LocalDate> dates = new TreeSet<>(Set.of(LocalDate.of(2026, 1, 1)));
        cells.forEach(cell -> Feel.texts(cell).forEach(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                dates.addAll(List.of(date.minusDays(1), date, date.plusDays(1)));
            } catch (DateTimeParseException e) {
                // a text that is no date has no neighbours
            }
        }));
        return dates;
    }

    private static Collection<List<String>> lists(Collection<String> cells) {
        Set<List<String>> lists = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        cells.forEach(cell -> all.addAll(Feel.texts(cell)));
        lists.add(List.of());
        all.forEach(text -> lists.add(List.of(text)));
        lists.add(List.copyOf(all));
        lists.add(List.of(ANOTHER));
        return lists;
    }
}
