package io.crosswise.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One column of a table as numbers: itself when every value is a number, else an indicator per frequent value (of two values
 * only the second, which says it all) and one for none.
 */
final class FeatureColumns {
    private static final int FEWEST_ROWS = 20;
    private static final double FEWEST_SHARE = 0.005;
    private static final int MOST_VALUES = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([eE][+-]?\\d{1,2})?");

    private final String[] values;
    private final List<Column> columns;
    private final boolean numeric;
    private final long distinct;

    private FeatureColumns(String[] values, List<Column> columns, boolean numeric, long distinct) {
        this.values = values;
        this.columns = columns;
        this.numeric = numeric;
        this.distinct = distinct;
    }

    /** @throws TrainingImpossible when the name cannot be a field of a model file */
    static FeatureColumns of(String name, String[] values) {
        if (name.indexOf('=') >= 0 || name.isBlank()) {
            throw new TrainingImpossible("Column '" + name + "' cannot be learned from: its name is empty or has an equals sign; exclude it");
        }
        Map<String, Long> counts = Arrays.stream(values)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        boolean numeric = !counts.isEmpty() && counts.keySet().stream().allMatch(value -> number(value) != null);
        List<Column> columns = new ArrayList<>();
        boolean varies = counts.size() > 1 || counts.size() == 1 && Arrays.stream(values).anyMatch(Objects::isNull);
        if (numeric && varies) {
            columns.add(Column.numeric(name));
        } else if (varies) {
            frequent(counts, values.length).forEach(value -> columns.add(new Column(name, value)));
            if (Arrays.stream(values).anyMatch(Objects::isNull)) {
                columns.add(new Column(name, Column.MISSING));
            }
        }
        return new FeatureColumns(values, columns, numeric, counts.size());
    }

    private static List<String> frequent(Map<String, Long> counts, int rows) {
        double fewest = Math.max(FEWEST_ROWS, FEWEST_SHARE * rows);
        List<String> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= fewest)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return frequent.size() == 2 && counts.size() == 2 ? frequent.subList(1, 2) : frequent;
    }

    List<Column> columns() {
        return columns;
    }

    boolean isConstant() {
        return distinct == 0 || distinct == 1 && Arrays.stream(values).noneMatch(Objects::isNull);
    }

    /** Words that differ in every row name the customer and tell nothing that holds for another. */
    boolean isIdentifier() {
        return !numeric && distinct == values.length;
    }

    double[] numbers(int row) {
        String value = values[row];
        double[] numbers = new double[columns.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (numeric) {
                numbers[i] = value == null ? Double.NaN : number(value);
            } else {
                numbers[i] = Objects.requireNonNullElse(value, Column.MISSING).equals(columns.get(i).category()) ? 1 : 0;
            }
        }
        return numbers;
    }

    /** Null when the text is no finite number. */
    static Double number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }
}
