package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentEvent.Action;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The experiments as they stand, and the log of every change. */
public interface Experiments {
    /** Grows with every change, on any node. */
    long revision();

    /** The universal hold-out first, then by name. */
    List<StoredExperiment> all();

    Optional<StoredExperiment> find(String name);

    /** Oldest first. */
    List<ExperimentEvent> events(String name);

    /** Runs a change in a transaction of its own, one at a time on all nodes; followers are told after it has committed. */
    <T> T exclusively(Supplier<T> change);

    /** Inside {@link #exclusively}: how an experiment stands now, and what was done. @param reason may be null */
    void save(StoredExperiment experiment, Action action, String reason);

    void whenChanged(Runnable follow);
}
