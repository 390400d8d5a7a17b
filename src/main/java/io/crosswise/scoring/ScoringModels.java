package io.crosswise.scoring;

import io.crosswise.scoring.CustomerScores.Score;
import java.util.List;
import java.util.Map;

/** The models that can score now; all verified and warmed when they were loaded. */
public interface ScoringModels {
    List<Model> all();

    boolean has(String model);

    /**
     * One row through several models; features are prepared once. A feature that is missing or null follows each model's
     * missing-value rule.
     *
     * @throws IllegalArgumentException when a feature is NaN or infinite, or a model is unknown
     * @throws RefusedScore when a score is NaN or infinite
     */
    List<Score> score(List<String> models, Map<String, Double> features);
}
