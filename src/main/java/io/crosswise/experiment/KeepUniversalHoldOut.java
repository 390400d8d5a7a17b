package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.StoredExperiment.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** At start: makes the universal hold-out what the settings say; a changed share is a new version and keeps everybody it can. */
public class KeepUniversalHoldOut {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");
    private final Experiments experiments;
    private final Duration window;
    private final Clock clock;

    /** @param window within which what customers do counts */
    public KeepUniversalHoldOut(Experiments experiments, Duration window, Clock clock) {
        this.experiments = experiments;
        this.window = window;
        this.clock = clock;
    }

    /** @param share of all customers held out, [0,1] */
    public void keep(double share) {
        Experiment wished = definition(share);
        Optional<StoredExperiment> now = experiments.find(Experiment.UNIVERSAL);
        if (now.isEmpty() || !now.get().definition().equals(wished)) {
            experiments.exclusively(() -> {
                Optional<StoredExperiment> before = experiments.find(Experiment.UNIVERSAL);
                if (before.isEmpty() || !before.get().definition().equals(wished)) {
                    experiments.save(next(before, wished), before.isEmpty() ? Action.STARTED : Action.REVISED, null);
                }
                return null;
            });
        }
    }

    private StoredExperiment next(Optional<StoredExperiment> before, Experiment wished) {
        int version = before.map(stored -> stored.version() + 1).orElse(1);
        boolean comparable = before.map(stored -> stored.definition().arms().equals(wished.arms())).orElse(false);
        return new StoredExperiment(
                wished,
                version,
                State.STARTED,
                AllotBuckets.allot(wished, List.of(), List.of()).orElseThrow(),
                comparable ? before.get().comparableSince() : version,
                clock.instant(),
                "crosswise");
    }

    private Experiment definition(double share) {
        return new Experiment(
                Experiment.UNIVERSAL,
                Kind.UNIVERSAL_HOLD_OUT,
                "What we offer earns more than saying nothing.",
                null,
                Unit.CUSTOMER,
                Audience.ALL,
                Instant.EPOCH,
                FOR_EVER,
                FOR_EVER,
                window,
                Experiment.UNIVERSAL,
                1,
                List.of(
                        new Arm(Experiment.HELD_OUT, share, new Treatment(Treatment.Action.HOLD_OUT, null, null, null, null)),
                        new Arm(Experiment.TREATED, 1 - share, Treatment.NONE)));
    }
}
