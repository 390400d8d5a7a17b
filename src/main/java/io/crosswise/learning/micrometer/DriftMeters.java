package io.crosswise.learning.micrometer;

import io.crosswise.learning.CalibrationDrift;
import io.crosswise.learning.DriftReport;
import io.crosswise.learning.PopulationStability;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows the newest drift of every model to the monitoring; what is not known is NaN, which no alarm rule matches. */
public class DriftMeters {
    private final Map<String, DriftReport> latest = new TreeMap<>();
    private final MultiGauge index;
    private final MultiGauge calibration;
    private final MultiGauge level;

    public DriftMeters(MeterRegistry meters) {
        index = MultiGauge.builder("crosswise.model.drift.psi")
                .description("Stability index above chance of a model's scores, and of the feature that has moved furthest")
                .register(meters);
        calibration = MultiGauge.builder("crosswise.model.drift.calibration")
                .description("Standard errors between observed and predicted mean; positive when more comes true")
                .register(meters);
        level = MultiGauge.builder("crosswise.model.drift.level")
                .description("0 stable, 1 watch, 2 alarm")
                .register(meters);
    }

    /** What was found of every model in use; anything else is shown no longer. */
    public synchronized void showAll(Collection<DriftReport> reports) {
        latest.clear();
        reports.forEach(report -> latest.put(report.model(), report));
        register();
    }

    /** What was found of one model; the others stay. */
    public synchronized void show(DriftReport report) {
        latest.put(report.model(), report);
        register();
    }

    private void register() {
        index.register(
                latest.values().stream()
                        .flatMap(report -> Stream.of(
                                Row.of(Tags.of("model", report.model(), "what", "score"), excess(report.score())),
                                Row.of(Tags.of("model", report.model(), "what", "worst-feature"), excess(report.worstFeature()))))
                        .toList(),
                true);
        calibration.register(
                latest.values().stream().map(report -> Row.of(Tags.of("model", report.model()), z(report.calibration()))).toList(),
                true);
        level.register(
                latest.values().stream()
                        .map(report -> Row.of(Tags.of("model", report.model()), report.level().number()))
                        .toList(),
                true);
    }

    private static double excess(PopulationStability stability) {
        return stability == null || stability.rows() == 0 ? Double.NaN : stability.excess();
    }

    private static double z(CalibrationDrift met) {
        return met == null || met.z() == null ? Double.NaN : met.z();
    }
}
