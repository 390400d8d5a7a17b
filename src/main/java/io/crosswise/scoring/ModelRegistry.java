package io.crosswise.scoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the models in use loaded and swaps them all at once when the registry has changed, on this node or another. */
public class ModelRegistry implements ScoringModels {
    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final Set<ModelState> USED = EnumSet.of(ModelState.CHAMPION, ModelState.CHALLENGER);

    private final ModelVersions versions;
    private final LoadModels loadModels;
    private final RecentModels recent = new RecentModels();
    private volatile Snapshot snapshot = new Snapshot(-1, List.of(), Map.of(), ModelsInUse.of(List.of()));

    /** Knows no model until {@link #open}. */
    public ModelRegistry(ModelVersions versions, LoadModels loadModels) {
        this.versions = versions;
        this.loadModels = loadModels;
    }

    private record Snapshot(long revision, List<Model> models, Map<String, ScoringModel> scoring, ModelSet inUse) {}

    /**
     * Registers what came with the product, loads what is in use, and from then on follows the changes of this node.
     *
     * @throws UnusableModel when a packaged file or a champion does not load
     */
    public void open(RegisterPackaged packaged) {
        refresh(packaged.register());
        versions.whenChanged(this::refresh);
    }

    @Override
    public List<Model> all() {
        return snapshot.models();
    }

    @Override
    public ModelSet inUse() {
        return snapshot.inUse();
    }

    @Override
    public ScoringModel version(String name, String version) {
        String key = key(name, version);
        ScoringModel used = snapshot.scoring().get(key);
        ScoringModel known = used == null ? recent.find(key) : used;
        if (known == null) {
            known = loadModels.load(List.of(file(name, version))).get(0);
            recent.keep(key, known);
        }
        return known;
    }

    /** Whether the registry has changed since the models in use were read. */
    public boolean isBehind() {
        return versions.revision() != snapshot.revision();
    }

    /**
     * Reads what is in use and loads what is new. A decision that is under way keeps what it took.
     *
     * @throws UnusableModel when a champion does not load; what was in use before stays so
     */
    public void refresh() {
        refresh(Map.of());
    }

    private synchronized void refresh(Map<String, ScoringModel> justLoaded) {
        long revision = versions.revision();
        List<Model> used = versions.in(USED);
        Map<String, ScoringModel> scoring = new HashMap<>();
        List<Model> missing = new ArrayList<>();
        for (Model model : used) {
            String key = key(model.name(), model.version());
            ScoringModel known = snapshot.scoring().getOrDefault(key, justLoaded.getOrDefault(key, recent.find(key)));
            if (known == null) {
                missing.add(model);
            } else {
                scoring.put(key, known);
            }
        }
        loadChampions(missing, scoring);
        loadChallengers(missing, scoring);
        List<Model> usable = used.stream()
                .filter(model -> scoring.containsKey(key(model.name(), model.version())))
                .toList();
        ModelSet inUse = ModelsInUse.of(usable.stream()
                .map(model -> new LoadedModel(model, scoring.get(key(model.name(), model.version()))))
                .toList());
        snapshot = new Snapshot(revision, usable, scoring, inUse);
    }

    private void loadChampions(List<Model> missing, Map<String, ScoringModel> scoring) {
        List<Model> champions = missing.stream().filter(model -> model.state() == ModelState.CHAMPION).toList();
        List<ScoringModel> loaded = loadModels.load(champions.stream().map(this::file).toList());
        for (int i = 0; i < champions.size(); i++) {
            scoring.put(key(champions.get(i).name(), champions.get(i).version()), loaded.get(i));
        }
    }

    /** Nothing depends on a challenger, so one that does not load is only left out. */
    private void loadChallengers(List<Model> missing, Map<String, ScoringModel> scoring) {
        for (Model model : missing) {
            if (model.state() == ModelState.CHALLENGER) {
                try {
                    scoring.put(key(model.name(), model.version()), loadModels.load(List.of(file(model))).get(0));
                } catch (UnusableModel e) {
                    LOG.error("The challenger {} {} is left out. {}", model.name(), model.version(), e.getMessage());
                }
            }
        }
    }

    private ModelFile file(Model model) {
        return file(model.name(), model.version());
    }

    private ModelFile file(String name, String version) {
        return versions.file(name, version).orElseThrow(() -> UnknownModel.version(name, version));
    }

    static String key(String name, String version) {
        return name + "/" + version;
    }
}
