package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentChange.Refused;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.StoredExperiment.State;
import java.time.Clock;
import java.util.List;

/** Writes an experiment down; nobody is in it until it is started. */
public class CreateExperiment {
    private final Experiments experiments;
    private final CheckExperiment checkExperiment;
    private final Clock clock;

    public CreateExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        this.experiments = experiments;
        this.checkExperiment = checkExperiment;
        this.clock = clock;
    }

    public ExperimentChange create(Experiment definition, String by) {
        List<String> objections = checkExperiment.check(definition, clock.instant());
        if (!objections.isEmpty()) {
            return new Refused("INVALID_EXPERIMENT", objections);
        }
        return experiments.exclusively(() -> {
            if (experiments.find(definition.name()).isPresent()) {
                return ExperimentChange.refused("EXPERIMENT_EXISTS", "There is an experiment " + definition.name() + " already");
            }
            StoredExperiment created =
                    new StoredExperiment(definition, 1, State.DRAFT, List.of(), 1, clock.instant(), by);
            experiments.save(created, Action.CREATED, null);
            return new Changed(created);
        });
    }
}
