package io.crosswise.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model learns from: customers as they were on a day, and what they did then.
 *
 * @param model name the model will carry
 * @param columns one per place in a row
 * @param rows one per example; NaN is missing
 * @param target one per row: 1 or 0 for a probability and for uplift, any number for a value
 * @param weights one per row, positive; null when every row counts 1
 * @param treated one per row: whether the customer was offered it; null when nobody was left out by chance
 * @param groups one per row: rows with one number tell of one customer and are never split between training and judging
 * @param days one per row: the day, counted from 1970-01-01, on which the row was true; null when there is no time column
 * @param slices values by which the report is cut, one per row and null where unknown: {@code segment}, {@code age band},
 *     {@code gender}…
 * @param dataSha256 fingerprint of the data the rows were drawn from, hexadecimal
 */
public record TrainingSet(
        String model,
        Objective objective,
        List<Column> columns,
        double[][] rows,
        double[] target,
        double[] weights,
        boolean[] treated,
        int[] groups,
        int[] days,
        Map<String, String[]> slices,
        String dataSha256) {

    /** Column that makes a set of hazards: the number of the quarter, counted from the day of the features, 1 is the first. */
    public static final String PERIOD = "quarter_ahead";

    /** @throws IllegalArgumentException when the parts do not fit together, or a number cannot be learned from */
    public TrainingSet {
        columns = List.copyOf(columns);
        slices = new TreeMap<>(slices);
        TrainingSetCheck.check(model, objective, columns, rows, target, weights);
        TrainingSetCheck.lengths(model, rows.length, treated, groups, days, slices);
    }

    /** Rows that all count the same, without a control group, a time column or slices. */
    public static TrainingSet of(
            String model, Objective objective, List<Column> columns, double[][] rows, double[] target, int[] groups, String sha256) {
        return new TrainingSet(model, objective, columns, rows, target, null, null, groups, null, Map.of(), sha256);
    }

    /** Whether the answer is a difference of two probabilities, with the offer and without: a value with a control group. */
    public boolean isUplift() {
        return objective == Objective.VALUE && treated != null;
    }

    /** Whether the target is yes (1) or no (0). */
    public boolean isYesOrNo() {
        return objective == Objective.PROBABILITY || isUplift();
    }

    /** Rows whose target is 1. */
    public int positives() {
        return (int) Arrays.stream(target).filter(value -> value == 1).count();
    }

    /** Place of the column with this name, −1 without one. */
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Names of the features, each once, in the order of the columns. */
    public List<String> features() {
        return columns.stream().map(Column::name).distinct().toList();
    }

    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** The rows at the given places, in that order. */
    public TrainingSet at(int[] places) {
        Map<String, String[]> someSlices = new TreeMap<>();
        slices.forEach((name, values) ->
                someSlices.put(name, Arrays.stream(places).mapToObj(place -> values[place]).toArray(String[]::new)));
        boolean[] someTreated = treated == null ? null : new boolean[places.length];
        for (int i = 0; treated != null && i < places.length; i++) {
            someTreated[i] = treated[places[i]];
        }
        return new TrainingSet(
                model,
                objective,
                columns,
                Arrays.stream(places).mapToObj(place -> rows[place]).toArray(double[][]::new),
                pick(target, places),
                pick(weights, places),
                someTreated,
                pick(groups, places),
                pick(days, places),
                someSlices,
                dataSha256);
    }

    /** The same rows with only the columns at the given places. */
    public TrainingSet withColumns(int[] places) {
        double[][] narrow = Arrays.stream(rows).map(row -> pick(row, places)).toArray(double[][]::new);
        return new TrainingSet(
                model,
                objective,
                Arrays.stream(places).mapToObj(columns::get).toList(),
                narrow,
                target,
                weights,
                treated,
                groups,
                days,
                slices,
                dataSha256);
    }

    /** The same rows with another question: for recipes that learn in several steps. */
    public TrainingSet asking(Objective otherObjective, double[] otherTarget, double[] otherWeights, boolean[] otherTreated) {
        return new TrainingSet(
                model, otherObjective, columns, rows, otherTarget, otherWeights, otherTreated, groups, days, slices, dataSha256);
    }

    static double[] pick(double[] values, int[] places) {
        return values == null ? null : Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }

    static int[] pick(int[] values, int[] places) {
        return values == null ? null : Arrays.stream(places).map(place -> values[place]).toArray();
    }
}
