package io.crosswise.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.UnknownModel;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The champions that can be watched: those whose training reported what it had seen. */
public class WatchedModels {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedModels.class);
    private final ScoringModels models;
    private final ModelVersions versions;
    private final ObjectMapper json;

    public WatchedModels(ScoringModels models, ModelVersions versions, ObjectMapper json) {
        this.models = models;
        this.versions = versions;
        this.json = json;
    }

    /** In alphabetical order. */
    public List<WatchedModel> all() {
        ModelSet inUse = models.inUse();
        return inUse.names().stream().flatMap(name -> watched(inUse, name).stream()).toList();
    }

    /**
     * Empty when its training left no report to compare with.
     *
     * @throws UnknownModel when no version of that name is in use
     */
    public Optional<WatchedModel> find(String name) {
        ModelSet inUse = models.inUse();
        if (!inUse.has(name)) {
            throw UnknownModel.named(name);
        }
        return watched(inUse, name);
    }

    private Optional<WatchedModel> watched(ModelSet inUse, String name) {
        String version = inUse.model(name).version();
        return versions.file(name, version).flatMap(file -> report(file, version)
                .filter(report -> !report.features().isEmpty())
                .map(report -> new WatchedModel(name, version, inUse.scoring(name), file.mapping(), report)));
    }

    /** A report somebody wrote by hand may be of another form; its model is not watched then. */
    private Optional<ModelReport> report(ModelFile file, String version) {
        try {
            return Optional.ofNullable(json.treeToValue(file.report(), ModelReport.class));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.info("Model {} {} is not watched for drift: its report is not in the form of a training", file.name(), version);
            return Optional.empty();
        }
    }
}
