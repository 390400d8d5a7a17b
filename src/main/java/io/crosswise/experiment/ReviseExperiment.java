package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentChange.Changed;
import io.crosswise.experiment.ExperimentChange.Refused;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.StoredExperiment.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Makes the next version of an experiment. One that has started keeps what its arms do and whom it is about. */
public class ReviseExperiment {
    private final Experiments experiments;
    private final CheckExperiment checkExperiment;
    private final Clock clock;

    public ReviseExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        this.experiments = experiments;
        this.checkExperiment = checkExperiment;
        this.clock = clock;
    }

    /** @throws UnknownExperiment when there is none of that name */
    public ExperimentChange revise(Experiment definition, String by) {
        return experiments.exclusively(() -> {
            String name = definition.name();
            StoredExperiment stored = experiments.find(name).orElseThrow(() -> UnknownExperiment.named(name));
            Instant now = clock.instant();
            List<String> objections = checkExperiment.check(definition, now);
            if (!objections.isEmpty()) {
                return new Refused("INVALID_EXPERIMENT", objections);
            }
            if (stored.state() == State.STOPPED) {
                return ExperimentChange.refused("STOPPED_ALREADY", name + " is stopped; create another");
            }
            boolean started = stored.state() == State.STARTED;
            if (started && !isSameQuestion(stored.definition(), definition)) {
                return ExperimentChange.refused(
                        "OTHER_EXPERIMENT",
                        "A started experiment keeps kind, unit, audience, group, window, from and what its arms do;"
                                + " stop it and create another");
            }
            ExperimentChange change = next(stored, definition, now, by);
            if (change instanceof Changed changed) {
                experiments.save(changed.experiment(), Action.REVISED, null);
            }
            return change;
        });
    }

    private ExperimentChange next(StoredExperiment stored, Experiment definition, Instant now, String by) {
        int version = stored.version() + 1;
        boolean comparable = stored.definition().arms().equals(definition.arms());
        StoredExperiment wished = new StoredExperiment(
                definition, version, stored.state(), stored.buckets(), comparable ? stored.comparableSince() : version, now, by);
        ExperimentChange change = stored.state() == State.STARTED
                ? new TakeBuckets(experiments.all(), definition.name(), now).take(wished)
                : new Changed(wished);
        return change instanceof Changed changed && movesSomebody(changed.experiment())
                ? new Changed(changed.experiment().comparableFromNow())
                : change;
    }

    /** Whether an arm gets customers whom another one has had since the arms were last compared: they saw both. */
    private boolean movesSomebody(StoredExperiment next) {
        return experiments.events(next.definition().name()).stream()
                .filter(event -> event.version() >= next.comparableSince())
                .flatMap(event -> event.buckets().stream())
                .anyMatch(had -> next.buckets().stream().anyMatch(has -> !has.arm().equals(had.arm()) && has.overlaps(had)));
    }

    private static boolean isSameQuestion(Experiment one, Experiment other) {
        return one.kind() == other.kind()
                && one.unit() == other.unit()
                && one.audience().equals(other.audience())
                && one.group().equals(other.group())
                && one.window().equals(other.window())
                && one.from().equals(other.from())
                && treatments(one).equals(treatments(other));
    }

    private static List<?> treatments(Experiment experiment) {
        return experiment.arms().stream().map(arm -> List.of(arm.name(), arm.treatment())).toList();
    }
}
