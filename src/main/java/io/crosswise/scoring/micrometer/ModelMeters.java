package io.crosswise.scoring.micrometer;

import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ScoringModels;
import io.crosswise.scoring.batch.ScoreBase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** How many models are in use, by state, and how many customers this node has scored in runs over the base. */
public class ModelMeters implements MeterBinder {
    private final ScoringModels models;
    private final ScoreBase scoreBase;

    public ModelMeters(ScoringModels models, ScoreBase scoreBase) {
        this.models = models;
        this.scoreBase = scoreBase;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ModelState state : List.of(ModelState.CHAMPION, ModelState.CHALLENGER)) {
            Gauge.builder("crosswise.scoring.models", models, all -> count(all, state))
                    .tag("state", state.name())
                    .register(registry);
        }
        FunctionCounter.builder("crosswise.scoring.batch.customers", scoreBase, ScoreBase::customersScored)
                .register(registry);
    }

    private static double count(ScoringModels models, ModelState state) {
        return models.all().stream().filter(model -> model.state() == state).count();
    }
}
