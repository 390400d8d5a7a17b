package io.crosswise.scoring.micrometer;

import io.crosswise.scoring.LoadModel;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.UnusableModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures how long models take to load ({@code crosswise.scoring.model.load}), those that are refused apart. */
public class MeteredLoad implements LoadModel {
    private final LoadModel loadModel;
    private final Timer loaded;
    private final Timer refused;

    public MeteredLoad(LoadModel loadModel, MeterRegistry metrics) {
        this.loadModel = loadModel;
        this.loaded = metrics.timer("crosswise.scoring.model.load", "outcome", "loaded");
        this.refused = metrics.timer("crosswise.scoring.model.load", "outcome", "refused");
    }

    @Override
    public ScoringModel load(ModelFile file) {
        Timer.Sample sample = Timer.start();
        try {
            ScoringModel model = loadModel.load(file);
            sample.stop(loaded);
            return model;
        } catch (UnusableModel e) {
            sample.stop(refused);
            throw e;
        }
    }
}
