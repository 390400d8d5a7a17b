package io.crosswise.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The model in use, with what its report says of it.
 *
 * @param report null when it has none
 */
record ReportedChampion(Model model, ScoringModel scoring, JsonNode report) implements Judging.Champion {
    @Override
    public double[] scores(TrainingSet set) {
        List<String> known = set.columns().stream().filter(column -> !column.isCategorical()).map(Column::name).toList();
        if (!known.containsAll(scoring.features())) {
            return null;
        }
        double[] scores = new double[set.rows().length];
        try {
            for (int row = 0; row < scores.length; row++) {
                scores[row] = scoring.score(FeatureRow.of(features(set, row)));
            }
        } catch (RefusedScore e) {
            return null;
        }
        return scores;
    }

    /** Only of one that was trained here: what a file from elsewhere has learned from, and when, nobody knows. */
    @Override
    public Integer knowsUntil() {
        JsonNode day = report == null ? null : report.path("settings").get(TrainModel.LAST_DAY);
        return "trained".equals(model.origin()) && day != null && day.isInt() ? (Integer) day.intValue() : null;
    }

    @Override
    public Map<String, Object> metrics() {
        return model.metrics();
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
