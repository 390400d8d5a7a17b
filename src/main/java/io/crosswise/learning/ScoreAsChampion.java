package io.crosswise.learning;

import io.crosswise.scoring.Model;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelSet;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ScoringModels;

/** Finds the model in use now, which a new one has to stand beside. */
public class ScoreAsChampion implements TrainOnRequest.Champions {
    private final ScoringModels models;
    private final ModelVersions versions;

    public ScoreAsChampion(ScoringModels models, ModelVersions versions) {
        this.models = models;
        this.versions = versions;
    }

    @Override
    public Judging.Champion of(String name) {
        ModelSet inUse = models.inUse();
        if (!inUse.has(name)) {
            return null;
        }
        Model champion = inUse.model(name);
        return new ReportedChampion(
                champion,
                inUse.scoring(name),
                versions.file(name, champion.version()).map(ModelFile::report).orElse(null));
    }
}
