package io.crosswise.experiment;

import java.util.List;

/** The experiments that are started, in memory: a decision asks no database. Another set takes their place when something changes. */
public class ExperimentsInForce {
    private final Experiments experiments;
    private volatile Snapshot snapshot = new Snapshot(-1, List.of());

    public ExperimentsInForce(Experiments experiments) {
        this.experiments = experiments;
    }

    private record Snapshot(long revision, List<StoredExperiment> started) {}

    /** Reads them and follows the changes of this node. */
    public void open() {
        refresh();
        experiments.whenChanged(this::refresh);
    }

    /** Universal hold-out first, then by name. */
    public List<StoredExperiment> started() {
        return snapshot.started();
    }

    /** Whether something has changed since they were read. */
    public boolean isBehind() {
        return experiments.revision() != snapshot.revision();
    }

    public synchronized void refresh() {
        long revision = experiments.revision();
        snapshot = new Snapshot(
                revision,
                experiments.all().stream()
                        .filter(stored -> stored.state() == StoredExperiment.State.STARTED)
                        .toList());
    }
}
