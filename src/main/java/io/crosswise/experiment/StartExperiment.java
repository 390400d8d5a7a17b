package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentChange.Refused;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.StoredExperiment.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Gives an experiment its buckets; from then on it decides, within its period. */
public class StartExperiment {
    private final Experiments experiments;
    private final CheckExperiment checkExperiment;
    private final Clock clock;

    public StartExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        this.experiments = experiments;
        this.checkExperiment = checkExperiment;
        this.clock = clock;
    }

    /** @throws UnknownExperiment when there is none of that name */
    public ExperimentChange start(String name, String by) {
        return experiments.exclusively(() -> {
            StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
            Instant now = clock.instant();
            if (stored.state() != State.DRAFT) {
                return ExperimentChange.refused(
                        "NOT_A_DRAFT", "%s is %s; a stopped experiment is not started again, create another"
                                .formatted(name, stored.phase(now)));
            }
            List<String> objections = checkExperiment.check(stored.definition(), now);
            if (!objections.isEmpty()) {
                return new Refused("INVALID_EXPERIMENT", objections);
            }
            StoredExperiment wished =
                    new StoredExperiment(stored.definition(), stored.version(), State.STARTED, List.of(), stored.version(), now, by);
            ExperimentChange change = new TakeBuckets(experiments.all(), name, now).take(wished);
            if (change instanceof Changed changed) {
                experiments.save(changed.experiment(), Action.STARTED, null);
            }
            return change;
        });
    }
}
