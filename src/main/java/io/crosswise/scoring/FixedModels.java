package io.crosswise.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models that never change, for work outside the running product: a training run or a measurement. */
public final class FixedModels implements ScoringModels {
    private final List<LoadedModel> models;
    private final ModelSet inUse;

    public FixedModels(List<LoadedModel> models) {
        this.models = List.copyOf(models);
        this.inUse = ModelsInUse.of(models);
    }

    /**
     * All files as champions.
     *
     * @throws UnusableModel when one is refused
     */
    public static FixedModels load(PackagedModels packaged, LoadModel loadModel) {
        List<ModelFile> files = packaged.read();
        List<ScoringModel> scoring = new LoadModels(loadModel).load(files);
        List<LoadedModel> models = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ScoringModel loaded = scoring.get(i);
            Map<String, Object> metrics = ReportMetrics.of(files.get(i).report());
            models.add(new LoadedModel(
                    Model.champion(files.get(i).name(), loaded.version(), loaded.sha256(), metrics), loaded));
        }
        return new FixedModels(models);
    }

    @Override
    public List<Model> all() {
        Map<String, Model> sorted = new TreeMap<>();
        models.forEach(loaded -> sorted.put(loaded.model().name() + " " + loaded.model().version(), loaded.model()));
        return List.copyOf(sorted.values());
    }

    @Override
    public ModelSet inUse() {
        return inUse;
    }

    @Override
    public ScoringModel version(String name, String version) {
        return models.stream()
                .filter(loaded -> loaded.model().name().equals(name) && loaded.model().version().equals(version))
                .map(LoadedModel::scoring)
                .findFirst()
                .orElseThrow(() -> UnknownModel.version(name, version));
    }
}
