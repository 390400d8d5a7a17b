package io.crosswise.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds columns that are the target under another name: their values, or only whether there is one, map to the answers one to
 * one or nearly so. It reads words as they are, so reasons and categories written down afterwards are found too.
 */
final class CopyOfTarget {
    /** Share of the rarer answer that may disagree. */
    private static final double TOLERATED = 0.02;

    private static final double NEARLY_SORTED = 0.995;

    private final boolean[] labels;
    private final int positives;

    CopyOfTarget(boolean[] labels) {
        this.labels = labels;
        this.positives = (int) IntStream.range(0, labels.length).filter(row -> labels[row]).count();
    }

    /** How the column copies the target, in words; empty when it does not. @param values null where missing */
    Optional<String> find(String[] values) {
        if (copies(values, value -> value == null ? "" : "there")) {
            return Optional.of("is missing exactly when the target is " + (missingMeansYes(values) ? "yes" : "no"));
        }
        if (copies(values, value -> value)) {
            return Optional.of("has the same answer as the target under other names");
        }
        return find(Arrays.stream(values).mapToDouble(CopyOfTarget::number).toArray());
    }

    /** As {@link #find(String[])}, for numbers; NaN is missing. */
    Optional<String> find(double[] values) {
        int[] known = IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).toArray();
        boolean[] knownLabels = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            knownLabels[i] = labels[known[i]];
        }
        double rate = known.length == 0 ? 0 : Judgement.baseRate(knownLabels);
        if (known.length < labels.length / 2 || rate == 0 || rate == 1) {
            return Optional.empty();
        }
        double auc = Judgement.auc(TrainingSet.pick(values, known), knownLabels);
        return Math.max(auc, 1 - auc) >= NEARLY_SORTED
                ? Optional.of("sorts the two answers apart all by itself")
                : Optional.empty();
    }

    /** Whether knowing the value, from the other rows that have it, tells the answer; a value of one row tells nothing. */
    private boolean copies(String[] values, Function<String, String> reading) {
        Map<String, int[]> counts = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
            counts.computeIfAbsent(reading.apply(values[row]), value -> new int[2])[labels[row] ? 1 : 0]++;
        }
        if (counts.size() < 2) {
            return false;
        }
        boolean usual = positives * 2 > labels.length;
        int errors = 0;
        for (int row = 0; row < values.length; row++) {
            int[] count = counts.get(reading.apply(values[row]));
            int yes = count[1] - (labels[row] ? 1 : 0);
            int no = count[0] - (labels[row] ? 0 : 1);
            boolean guess = yes == no ? usual : yes > no;
            errors += guess == labels[row] ? 0 : 1;
        }
        return errors <= TOLERATED * Math.min(positives, labels.length - positives);
    }

    private boolean missingMeansYes(String[] values) {
        return IntStream.range(0, values.length)
                        .filter(row -> Objects.isNull(values[row]))
                        .map(row -> labels[row] ? 1 : -1)
                        .sum()
                > 0;
    }

    private static double number(String value) {
        Double number = FeatureColumns.number(value);
        return number == null ? Double.NaN : number;
    }
}
