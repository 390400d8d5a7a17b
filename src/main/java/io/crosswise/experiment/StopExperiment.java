package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.StoredExperiment.State;
import java.time.Clock;

/** Ends an experiment for good: its buckets are free at once, what units do afterwards within their window still counts. */
public class StopExperiment {
    private final Experiments experiments;
    private final Clock clock;

    public StopExperiment(Experiments experiments, Clock clock) {
        this.experiments = experiments;
        this.clock = clock;
    }

    /** @param reason may be null @throws UnknownExperiment when there is none of that name */
    public ExperimentChange stop(String name, String reason, String by) {
        return experiments.exclusively(() -> {
            StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
            if (stored.definition().isUniversal()) {
                return ExperimentChange.refused(
                        "UNIVERSAL_HOLD_OUT", "The universal hold-out is set by crosswise.decision.hold-out-share");
            }
            if (stored.state() == State.STOPPED) {
                return ExperimentChange.refused("STOPPED_ALREADY", name + " is stopped already");
            }
            StoredExperiment stopped = new StoredExperiment(
                    stored.definition(), stored.version(), State.STOPPED, stored.buckets(), stored.comparableSince(),
                    clock.instant(), by);
            experiments.save(stopped, Action.STOPPED, reason);
            return new Changed(stopped);
        });
    }
}
