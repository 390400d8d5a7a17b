package io.crosswise.experiment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps what units have come to soon after their windows have closed, whether or not somebody looks: what a customer does later must
 * not change results that were read before.
 */
public class SettleUnits {
    private final Experiments experiments;
    private final UnitSums sums;
    private final Clock clock;
    private Instant settledUntil = Instant.MIN;

    public SettleUnits(Experiments experiments, UnitSums sums, Clock clock) {
        this.experiments = experiments;
        this.sums = sums;
        this.clock = clock;
    }

    /** Of all experiments, also those that have ended: their last windows close later. Once a day there is something to do. */
    public synchronized void settle() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        if (today.equals(settledUntil)) {
            return;
        }
        experiments.all().stream()
                .filter(stored -> stored.state() != StoredExperiment.State.DRAFT)
                .forEach(stored -> sums.settle(stored.definition().name(), today));
        settledUntil = today;
    }
}
