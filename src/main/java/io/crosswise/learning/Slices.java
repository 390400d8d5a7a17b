package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Cuts a judgement by what is known of the customers, and compares how often each part is selected. */
final class Slices {
    /** Fewer rows than this say nothing that lasts. */
    static final int FEWEST_ROWS = 30;

    /** Slices whose selection rates are always compared. */
    private static final Set<String> PROTECTED = Set.of("age band", "gender");

    private Slices() {}

    static List<Slice> of(TrainingSet judged, double[] scores) {
        double[] taken = Ranking.taken(JudgeModel.TOP, scores);
        List<Slice> slices = new ArrayList<>();
        new TreeMap<>(judged.slices()).forEach((by, values) -> {
            Map<String, List<Integer>> rows = new TreeMap<>();
            IntStream.range(0, values.length)
                    .filter(row -> values[row] != null)
                    .forEach(row -> rows.computeIfAbsent(values[row], value -> new ArrayList<>()).add(row));
            rows.forEach((value, places) ->
                    slices.add(slice(by, value, places.stream().mapToInt(Integer::intValue).toArray(), judged, scores, taken)));
        });
        return slices;
    }

    private static Slice slice(String by, String value, int[] rows, TrainingSet judged, double[] scores, double[] taken) {
        double[] some = TrainingSet.pick(scores, rows);
        double[] target = TrainingSet.pick(judged.target(), rows);
        double meanTarget = mean(target);
        AreaUnderCurve area = rows.length >= FEWEST_ROWS && judged.objective() == Objective.PROBABILITY && meanTarget > 0 && meanTarget < 1
                ? AreaUnderCurve.of(some, UnseenScores.labels(target), TrainingSet.pick(judged.groups(), rows))
                : null;
        boolean known = area != null && Double.isFinite(area.standardError());
        return new Slice(
                by,
                value,
                rows.length,
                meanTarget,
                mean(some),
                mean(TrainingSet.pick(taken, rows)),
                area == null ? null : (Double) area.auc(),
                known ? (Double) area.low() : null,
                known ? (Double) area.high() : null);
    }

    /** Ratios of selection rates of the parts that are large enough, for age band, gender and every slice with a limit. */
    static List<Fairness> fairness(List<Slice> slices, Map<String, Double> limits) {
        Set<String> compared = new TreeSet<>(PROTECTED);
        compared.addAll(limits.keySet());
        return compared.stream()
                .map(by -> fairness(by, slices, limits.get(by)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Fairness fairness(String by, List<Slice> slices, Double limit) {
        Slice least = null;
        Slice most = null;
        for (Slice slice : slices) {
            if (slice.by().equals(by) && slice.rows() >= FEWEST_ROWS) {
                least = least == null || slice.selected() < least.selected() ? slice : least;
                most = most == null || slice.selected() > most.selected() ? slice : most;
            }
        }
        if (least == null || most.selected() == 0) {
            return null;
        }
        return new Fairness(by, least.selected() / most.selected(), least.value(), most.value(), limit);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
