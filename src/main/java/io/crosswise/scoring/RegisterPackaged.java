package io.crosswise.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the model files that came with the product into the registry; one of a model nobody had becomes its champion. */
public class RegisterPackaged {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterPackaged.class);
    private static final String PACKAGED = "packaged";
    private static final String PRODUCT = "crosswise";

    private final PackagedModels packaged;
    private final LoadModels loadModels;
    private final ModelVersions versions;
    private final RegisterModel registerModel;
    private final MoveVersion moves;

    public RegisterPackaged(
            PackagedModels packaged,
            LoadModels loadModels,
            ModelVersions versions,
            RegisterModel registerModel,
            MoveVersion moves) {
        this.packaged = packaged;
        this.loadModels = loadModels;
        this.versions = versions;
        this.registerModel = registerModel;
        this.moves = moves;
    }

    /**
     * Loads only what is new.
     *
     * @return what was loaded, by name and version
     * @throws UnusableModel when a file is refused
     */
    Map<String, ScoringModel> register() {
        List<ModelFile> fresh = packaged.read().stream()
                .filter(file -> versions.withContent(file.name(), RegisterModel.contentSha256(file)).isEmpty())
                .toList();
        List<ScoringModel> loaded = loadModels.load(fresh);
        List<Entry<ModelFile, ScoringModel>> models = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            models.add(Map.entry(fresh.get(i), loaded.get(i)));
        }
        return fresh.isEmpty() ? Map.of() : versions.exclusively(() -> register(models));
    }

    private Map<String, ScoringModel> register(List<Entry<ModelFile, ScoringModel>> models) {
        Map<String, ScoringModel> byVersion = new HashMap<>();
        for (Entry<ModelFile, ScoringModel> entry : models) {
            Model model = registerModel.add(entry.getKey(), entry.getValue(), List.of(), PACKAGED, PRODUCT, null);
            byVersion.put(ModelRegistry.key(model.name(), model.version()), entry.getValue());
            if (versions.of(model.name()).stream().noneMatch(other -> other.state() == ModelState.CHAMPION)) {
                moves.move(
                        model,
                        ModelState.CHAMPION,
                        null,
                        ModelEvent.Action.PROMOTED,
                        "Came with the product, and there was no champion",
                        PRODUCT,
                        Map.of());
            } else if (model.state() == ModelState.CANDIDATE) {
                LOG.info("Version {} of the model {} came with the product and waits as a candidate", model.version(), model.name());
            }
        }
        return byVersion;
    }
}
