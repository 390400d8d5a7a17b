package io.crosswise.testing;

import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelEvent;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ReleaseGate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A registry in memory. */
public final class MemoryModelVersions implements ModelVersions {
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<ModelEvent> events = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    private long revision;

    private record Row(Model model, ModelFile file, String content, List<ReleaseGate> checks) {}

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        T result = change.get();
        revision++;
        followers.forEach(Runnable::run);
        return result;
    }

    @Override
    public void whenChanged(Runnable follow) {
        followers.add(follow);
    }

    @Override
    public List<Model> in(Set<ModelState> states) {
        return rows.values().stream()
                .map(Row::model)
                .filter(model -> states.contains(model.state()))
                .sorted(Comparator.comparing(Model::name))
                .toList();
    }

    @Override
    public List<Model> of(String name) {
        return rows.values().stream().map(Row::model).filter(model -> model.name().equals(name)).toList();
    }

    @Override
    public Optional<Model> find(String name, String version) {
        return row(name, version).map(Row::model);
    }

    @Override
    public Optional<Model> withContent(String name, String contentSha256) {
        return rows.values().stream()
                .filter(row -> row.model().name().equals(name) && row.content().equals(contentSha256))
                .map(Row::model)
                .findFirst();
    }

    @Override
    public Optional<ModelFile> file(String name, String version) {
        return row(name, version).map(Row::file);
    }

    @Override
    public List<ReleaseGate> checks(String name, String version) {
        return row(name, version).map(Row::checks).orElse(List.of());
    }

    @Override
    public void add(Model model, ModelFile file, String contentSha256, List<ReleaseGate> checks) {
        rows.put(model.name() + "/" + model.version(), new Row(model, file, contentSha256, checks));
        events.add(ModelEvent.registered(model));
    }

    @Override
    public void move(Model changed, ModelEvent event) {
        rows.computeIfPresent(
                changed.name() + "/" + changed.version(),
                (key, row) -> new Row(changed, row.file(), row.content(), row.checks()));
        events.add(event);
    }

    @Override
    public List<ModelEvent> events(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    private Optional<Row> row(String name, String version) {
        return Optional.ofNullable(rows.get(name + "/" + version));
    }
}
