package io.crosswise.learning;

import io.crosswise.learning.TrainingSpec.RowFilter;
import io.crosswise.learning.TrainingSpec.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a training set out of a table: picks rows and columns and turns text into numbers. */
public class PrepareTable {
    private static final int MOST_ROWS = 2_000_000;

    /** @throws TrainingImpossible when the table does not give what the spec asks for */
    public PreparedTable prepare(TrainingSpec spec, Table table) {
        Table rows = filtered(spec, table);
        if (spec.target() == null || spec.target().column() == null) {
            throw new TrainingImpossible("The spec names no target: target: {column: …, positive: …}");
        }
        Objective objective = spec.target().positive() == null || spec.treated() != null ? Objective.VALUE : Objective.PROBABILITY;
        Map<String, String[]> texts = new LinkedHashMap<>();
        List<FeatureColumns> features = new ArrayList<>();
        for (String name : learnedFrom(spec, rows)) {
            String[] values = rows.values(name);
            FeatureColumns feature = FeatureColumns.of(name, values);
            features.add(feature);
            if (!feature.isConstant() && !feature.isIdentifier()) {
                texts.put(name, values);
            }
        }
        List<Column> columns = features.stream().flatMap(feature -> feature.columns().stream()).toList();
        if (columns.isEmpty()) {
            throw new TrainingImpossible("No column is left to learn from");
        }
        TrainingSet set = new TrainingSet(
                spec.model(),
                objective,
                columns,
                matrix(features, rows.rows().size()),
                target(spec.target(), rows),
                spec.weight() == null ? null : numbers(spec.weight(), rows),
                spec.treated() == null ? null : yes(spec.treated(), rows),
                groups(spec.group(), rows),
                spec.time() == null ? null : days(spec.time(), rows),
                slices(spec, rows),
                table.sha256());
        return new PreparedTable(set, texts);
    }

    private static Table filtered(TrainingSpec spec, Table table) {
        boolean[] keep = new boolean[table.rows().size()];
        Arrays.fill(keep, true);
        for (RowFilter filter : spec.rows()) {
            if ((filter.is() == null) == (filter.isNot() == null)) {
                throw new TrainingImpossible("A row filter is {column: …, is: …} or {column: …, isNot: …}");
            }
            String[] values = table.values(filter.column());
            for (int row = 0; row < keep.length; row++) {
                keep[row] &= filter.passes(values[row]);
            }
        }
        List<String[]> rows = IntStream.range(0, keep.length).filter(row -> keep[row]).mapToObj(table.rows()::get).toList();
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new TrainingImpossible(rows.size() + " rows are left to learn from; it takes 1 to " + MOST_ROWS);
        }
        return new Table(table.columns(), rows, table.sha256());
    }

    private static List<String> learnedFrom(TrainingSpec spec, Table table) {
        Stream.concat(spec.exclude().stream(), spec.columns().stream()).forEach(table::values);
        List<String> chosen = spec.columns().isEmpty() ? table.columns() : spec.columns();
        List<String> spent = Stream.of(
                        spec.join(),
                        spec.target().column(),
                        spec.time(),
                        spec.group(),
                        spec.weight(),
                        spec.treated() == null ? null : spec.treated().column())
                .filter(Objects::nonNull)
                .toList();
        return chosen.stream().filter(name -> !spent.contains(name) && !spec.exclude().contains(name)).toList();
    }

    private static double[][] matrix(List<FeatureColumns> features, int rows) {
        double[][] matrix = new double[rows][];
        for (int row = 0; row < rows; row++) {
            int at = row;
            matrix[row] = features.stream().flatMapToDouble(feature -> Arrays.stream(feature.numbers(at))).toArray();
        }
        return matrix;
    }

    private static double[] target(Target target, Table table) {
        if (target.positive() == null) {
            return numbers(target.column(), table);
        }
        boolean[] yes = yes(target, table);
        return IntStream.range(0, yes.length).mapToDouble(row -> yes[row] ? 1 : 0).toArray();
    }

    private static boolean[] yes(Target target, Table table) {
        String[] values = table.values(target.column());
        if (target.positive() == null) {
            throw new TrainingImpossible("Say which value of '" + target.column() + "' means yes: positive: …");
        }
        boolean[] yes = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            if (values[row] == null) {
                throw new TrainingImpossible("Column '" + target.column() + "' is empty in some rows; filter them out");
            }
            yes[row] = values[row].equals(target.positive());
        }
        return yes;
    }

    private static double[] numbers(String column, Table table) {
        return Arrays.stream(table.values(column)).mapToDouble(value -> number(column, value)).toArray();
    }

    private static double number(String column, String value) {
        Double number = FeatureColumns.number(value);
        if (number == null) {
            throw new TrainingImpossible("Column '" + column + "' is not a number in every row");
        }
        return number;
    }

    private static int[] groups(String column, Table table) {
        if (column == null) {
            return IntStream.range(0, table.rows().size()).toArray();
        }
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(table.values(column))
                .mapToInt(value -> numbers.computeIfAbsent(String.valueOf(value), name -> numbers.size()))
                .toArray();
    }

    private static int[] days(String column, Table table) {
        return Arrays.stream(table.values(column)).mapToInt(value -> day(column, value)).toArray();
    }

    private static int day(String column, String value) {
        try {
            return (int) LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value).toEpochDay();
        } catch (DateTimeParseException | NullPointerException e) {
            throw new TrainingImpossible("Column '" + column + "' is not a day (yyyy-MM-dd) in every row");
        }
    }

    private static Map<String, String[]> slices(TrainingSpec spec, Table table) {
        Map<String, String[]> slices = new TreeMap<>();
        spec.slices().forEach((name, by) -> {
            String[] values = table.values(by.column());
            slices.put(name, by.bands().isEmpty() ? values : bands(values, by.bands()));
        });
        return slices;
    }

    private static String[] bands(String[] values, List<Double> bands) {
        List<Double> ends = bands.stream().sorted().toList();
        return Arrays.stream(values).map(value -> band(FeatureColumns.number(value), ends)).toArray(String[]::new);
    }

    private static String band(Double value, List<Double> ends) {
        if (value == null) {
            return null;
        }
        int band = (int) ends.stream().filter(end -> value >= end).count();
        if (band == 0) {
            return "under " + text(ends.get(0));
        }
        return band == ends.size() ? text(ends.get(band - 1)) + " and over" : text(ends.get(band - 1)) + " to " + text(ends.get(band));
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
