package io.crosswise.evidence.micrometer;

import io.crosswise.evidence.LogHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Whether the log is intact as last verified (1, 0, or no value before), and how much of it waits for its seal. */
public class LogMeters implements MeterBinder {
    private final LogHealth health;

    public LogMeters(LogHealth health) {
        this.health = health;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("crosswise.decision.log.intact", health, LogMeters::intact).register(registry);
        Gauge.builder("crosswise.decision.log.unsealed.rows", health, known -> known.tail().rows()).register(registry);
        Gauge.builder("crosswise.decision.log.unsealed.seconds", health, known -> known.tail().oldestSeconds())
                .register(registry);
    }

    private static double intact(LogHealth health) {
        return health.intact().map(intact -> intact ? 1.0 : 0.0).orElse(Double.NaN);
    }
}
