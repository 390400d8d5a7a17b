package io.crosswise.experiment;

import io.crosswise.experiment.ExperimentEvent.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Experiments for tests without a database. */
public final class MemoryExperiments implements Experiments {
    private final Map<String, StoredExperiment> stored = new TreeMap<>();
    private final Map<String, List<ExperimentEvent>> events = new TreeMap<>();
    private final List<Runnable> followers = new ArrayList<>();
    private long revision;

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public List<StoredExperiment> all() {
        return List.copyOf(stored.values());
    }

    @Override
    public Optional<StoredExperiment> find(String name) {
        return Optional.ofNullable(stored.get(name));
    }

    @Override
    public List<ExperimentEvent> events(String name) {
        return events.getOrDefault(name, List.of());
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        revision++;
        T result = change.get();
        followers.forEach(Runnable::run);
        return result;
    }

    @Override
    public void save(StoredExperiment experiment, Action action, String reason) {
        Experiment definition = experiment.definition();
        stored.put(definition.name(), experiment);
        events.computeIfAbsent(definition.name(), name -> new ArrayList<>())
                .add(new ExperimentEvent(
                        action, experiment.version(), definition, experiment.buckets(), experiment.changedAt(),
                        experiment.changedBy(), reason));
    }

    @Override
    public void whenChanged(Runnable follow) {
        followers.add(follow);
    }
}
