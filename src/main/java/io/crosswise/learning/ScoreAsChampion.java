package io.crosswise.learning;

import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.ScoringModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the model in use now about the rows a new one is judged on. */
public class ScoreAsChampion implements TrainOnRequest.Champions {
    private final ScoringModels models;

    public ScoreAsChampion(ScoringModels models) {
        this.models = models;
    }

    @Override
    public Judging.Champion of(String model) {
        return models.inUse().has(model) ? set -> scores(models.inUse().scoring(model), set) : null;
    }

    private static double[] scores(ScoringModel champion, TrainingSet set) {
        List<String> known = set.columns().stream().filter(column -> !column.isCategorical()).map(Column::name).toList();
        if (!known.containsAll(champion.features())) {
            return null;
        }
        double[] scores = new double[set.rows().length];
        try {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = champion.score(FeatureRow.of(features(set, row)));
            }
        } catch (RefusedScore e) {
            return null;
        }
        return scores;
    }

    private static Map<String, Double> features(TrainingSet set, int row) {
        Map<String, Double> features = new HashMap<>();
        for (int column = 0; column < set.columns().size(); column++) {
            double value = set.rows()[row][column];
            if (!set.columns().get(column).isCategorical() && !Double.isNaN(value)) {
                features.put(set.columns().get(column).name(), value);
            }
        }
        return features;
    }
}
