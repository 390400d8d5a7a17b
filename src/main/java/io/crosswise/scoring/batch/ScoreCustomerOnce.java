package io.crosswise.scoring.batch;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.scoring.DecisionFeatures;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks all models about one customer: of what happens when for each quarter of a year, of channels for each hour band. */
class ScoreCustomerOnce {
    private static final int QUARTERS = 4;
    private static final int HOUR_BANDS = 4;
    /** A classification answers both probabilities and the label. */
    private static final int ANSWERS_OF_ONE_SCORE = 3;

    private final List<Asked> models;

    /** @param scoring and the version, by name of the model */
    ScoreCustomerOnce(Map<String, String> versions, Map<String, ScoringModel> scoring) {
        models = new TreeMap<>(scoring).entrySet().stream()
                .map(entry -> new Asked(entry.getKey(), versions.get(entry.getKey()), entry.getValue(), kind(entry.getValue())))
                .toList();
    }

    private enum Kind {
        PLAIN,
        BY_QUARTER,
        BY_HOUR,
        BY_NAME
    }

    private record Asked(String name, String version, ScoringModel scoring, Kind kind) {}

    ScoredCustomer score(CustomerProfile profile, LocalDate asOf) {
        Map<String, Double> features = new LinkedHashMap<>(CustomerFeatures.of(profile, asOf));
        features.putAll(CustomerFeatures.services(profile));
        FeatureRow row = FeatureRow.of(features);
        List<FeatureRow> quarters = rows(row, DecisionFeatures.QUARTER_AHEAD, 1, QUARTERS);
        List<FeatureRow> hours = rows(row, DecisionFeatures.HOUR_BAND, 0, HOUR_BANDS);
        List<CustomerScore> scores = new ArrayList<>(models.size());
        int refused = 0;
        for (Asked model : models) {
            try {
                scores.add(score(model, row, quarters, hours));
            } catch (RefusedScore e) {
                refused++;
            }
        }
        return new ScoredCustomer(profile.id(), scores, refused);
    }

    private static CustomerScore score(
            Asked model, FeatureRow row, List<FeatureRow> quarters, List<FeatureRow> hours) {
        Double score = null;
        Map<String, Double> answers = null;
        switch (model.kind()) {
            case PLAIN -> score = model.scoring().score(row);
            case BY_NAME -> answers = model.scoring().answers(row);
            case BY_QUARTER -> {
                answers = each(model.scoring(), quarters, 1);
                score = answers.get("1");
            }
            case BY_HOUR -> {
                answers = each(model.scoring(), hours, 0);
                score = answers.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            }
        }
        return new CustomerScore(model.name(), model.version(), score, answers);
    }

    private static Map<String, Double> each(ScoringModel model, List<FeatureRow> rows, int first) {
        Map<String, Double> answers = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            answers.put(String.valueOf(first + i), model.score(rows.get(i)));
        }
        return answers;
    }

    private static List<FeatureRow> rows(FeatureRow row, String feature, int first, int count) {
        List<FeatureRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row.with(feature, first + i));
        }
        return rows;
    }

    private static Kind kind(ScoringModel model) {
        if (model.features().contains(DecisionFeatures.QUARTER_AHEAD)) {
            return Kind.BY_QUARTER;
        }
        if (model.features().contains(DecisionFeatures.HOUR_BAND)) {
            return Kind.BY_HOUR;
        }
        try {
            return model.answers(FeatureRow.of(Map.of())).size() > ANSWERS_OF_ONE_SCORE ? Kind.BY_NAME : Kind.PLAIN;
        } catch (RefusedScore e) {
            return Kind.PLAIN;
        }
    }
}
