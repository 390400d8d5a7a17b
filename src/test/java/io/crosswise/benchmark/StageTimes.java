package io.crosswise.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What the application's own timers say each stage of {@code decide-offer} took so far. */
final class StageTimes {
    private final MeterRegistry meters;

    StageTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Milliseconds by activity, summed over all decisions. */
    Map<String, Double> read() {
        Map<String, Double> totals = new TreeMap<>();
        for (Timer timer : meters.find("crosswise.stage").timers()) {
            totals.put(timer.getId().getTag("activity"), timer.totalTime(TimeUnit.MILLISECONDS));
        }
        return totals;
    }

    static Map<String, Double> perDecision(Map<String, Double> before, Map<String, Double> after, int decisions) {
        Map<String, Double> means = new TreeMap<>();
        after.forEach((activity, total) -> means.put(activity, (total - before.getOrDefault(activity, 0.0)) / decisions));
        return means;
    }
}
