package io.crosswise.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * All that was measured of one contender.
 *
 * @param http null where there is no HTTP
 */
record Result(
        List<Measured> rounds, Statements.PerDecision statements, Timing http, Map<String, String> digests) {

    /** The median over the rounds. */
    double median(ToDoubleFunction<Measured> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double perSecond() {
        return median(round -> round.timing().perSecond());
    }

    Map<String, Double> stageMs() {
        Map<String, Double> medians = new TreeMap<>();
        rounds.get(0).stageMs().keySet().forEach(
                activity -> medians.put(activity, median(round -> round.stageMs().getOrDefault(activity, 0.0))));
        return medians;
    }
}
