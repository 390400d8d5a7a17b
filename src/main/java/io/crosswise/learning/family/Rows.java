package io.crosswise.learning.family;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.learning.Column;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.StableHash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collects the rows of a training set. When there are more than memory should hold, every second customer is left out, again
 * and again, by their number's hash: so the rows that stay are still whole customers and the same ones every time.
 */
final class Rows {
    /** Of a hundred columns each: 300 MB. */
    static final int MOST = 400_000;

    private final List<String> names;
    private final int most;
    private final List<Row> rows = new ArrayList<>();
    private double share = 1;

    /** @param extra features besides those of the customer */
    Rows(String... extra) {
        this(MOST, extra);
    }

    Rows(int most, String... extra) {
        this.most = most;
        this.names = Stream.concat(CustomerFeatures.names().stream().sorted(), Stream.of(extra)).toList();
    }

    private record Row(CustomerId customer, int day, double[] values, double target, Boolean treated, String[] slices) {}

    void add(CustomerId customer, LocalDate day, Map<String, Double> features, double target, double... extra) {
        add(customer, day, features, target, null, extra);
    }

    /** @param treated whether it was offered; null where that makes no difference */
    void add(
            CustomerId customer, LocalDate day, Map<String, Double> features, double target, Boolean treated, double... extra) {
        if (!stays(customer)) {
            return;
        }
        double[] values = new double[names.size()];
        int own = values.length - extra.length;
        for (int i = 0; i < own; i++) {
            Double value = features.get(names.get(i));
            values[i] = value == null ? Double.NaN : value;
        }
        System.arraycopy(extra, 0, values, own, extra.length);
        rows.add(new Row(customer, (int) day.toEpochDay(), values, target, treated, Slices.of(features)));
        if (rows.size() > most) {
            share /= 2;
            rows.removeIf(row -> !stays(row.customer));
        }
    }

    int size() {
        return rows.size();
    }

    /** Columns that never change are left out, and so is the day when there is only one. */
    TrainingSet toSet(String model, Objective objective, String sha256) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("The history holds no example for model " + model);
        }
        double[][] values = rows.stream().map(Row::values).toArray(double[][]::new);
        boolean control = rows.get(0).treated != null;
        boolean[] treated = new boolean[rows.size()];
        Map<CustomerId, Integer> numbers = new HashMap<>();
        int[] groups = new int[rows.size()];
        for (int i = 0; i < groups.length; i++) {
            Row row = rows.get(i);
            treated[i] = control && row.treated;
            groups[i] = numbers.computeIfAbsent(row.customer, id -> numbers.size());
        }
        int[] days = rows.stream().mapToInt(Row::day).toArray();
        return new TrainingSet(
                        model,
                        objective,
                        names.stream().map(Column::numeric).toList(),
                        values,
                        rows.stream().mapToDouble(Row::target).toArray(),
                        null,
                        control ? treated : null,
                        groups,
                        IntStream.of(days).distinct().count() > 1 ? days : null,
                        slices(),
                        sha256)
                .withColumns(changing(values));
    }

    private boolean stays(CustomerId customer) {
        return share == 1 || StableHash.uniform("training-sample", customer.value()) < share;
    }

    private Map<String, String[]> slices() {
        Map<String, String[]> slices = new TreeMap<>();
        for (int i = 0; i < Slices.NAMES.size(); i++) {
            int slice = i;
            slices.put(Slices.NAMES.get(i), rows.stream().map(row -> row.slices[slice]).toArray(String[]::new));
        }
        return slices;
    }

    private static int[] changing(double[][] values) {
        return IntStream.range(0, values[0].length)
                .filter(column -> {
                    long first = Double.doubleToLongBits(values[0][column]);
                    for (double[] row : values) {
                        if (Double.doubleToLongBits(row[column]) != first) {
                            return true;
                        }
                    }
                    return false;
                })
                .toArray();
    }
}
