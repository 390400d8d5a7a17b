package io.crosswise.scoring;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks one version about rows that somebody sends, where every feature is a number, a truth value, a text or unknown. */
public class ScoreRow {
    private final ScoringModel model;
    private final Map<String, List<String>> texts;
    private final Set<String> features;

    public ScoreRow(ScoringModel model) {
        this.model = model;
        this.texts = model.texts();
        this.features = new HashSet<>(model.features());
    }

    /**
     * @param score null when the model has several answers and none of them is the score
     * @param answers every number it answers, by name
     * @param missing features it reads that were not given
     */
    public record RowAnswer(Double score, Map<String, Double> answers, List<String> missing) {}

    /**
     * @throws IllegalArgumentException naming a feature that cannot be read
     * @throws RefusedScore when the model gives no answer
     */
    public RowAnswer score(Map<String, ?> values) {
        FeatureRow row = row(values);
        List<String> missing =
                model.features().stream().filter(feature -> values.get(feature) == null).toList();
        try {
            return new RowAnswer(model.score(row), answers(row), missing);
        } catch (RefusedScore e) {
            if (e.isNotFinite()) {
                throw e;
            }
            return new RowAnswer(null, model.answers(row), missing);
        }
    }

    /** Whether the model reads it. */
    public boolean reads(String feature) {
        return features.contains(feature);
    }

    /** Whether neither this model nor a decision knows it. */
    public boolean isUnknown(String feature) {
        return !features.contains(feature) && !DecisionFeatures.isKnown(feature);
    }

    private Map<String, Double> answers(FeatureRow row) {
        try {
            return model.answers(row);
        } catch (RefusedScore e) {
            return Map.of();
        }
    }

    private FeatureRow row(Map<String, ?> values) {
        Map<String, Double> row = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null && features.contains(name)) {
                add(row, name, value);
            }
        });
        return FeatureRow.of(row);
    }

    private void add(Map<String, Double> row, String name, Object value) {
        if (value instanceof Number number) {
            row.put(name, number.doubleValue());
        } else if (value instanceof Boolean truth) {
            row.put(name, truth ? 1.0 : 0.0);
        } else if (texts.containsKey(name)) {
            row.put(text(name, value.toString()), 1.0);
        } else {
            row.put(name, number(name, value.toString()));
        }
    }

    private String text(String name, String value) {
        List<String> known = texts.get(name);
        if (!known.isEmpty() && !known.contains(value)) {
            throw new IllegalArgumentException("Feature " + name + " is one of " + known);
        }
        return name + "=" + value;
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Feature " + name + " is no number; leave it out when it is unknown", e);
        }
    }
}
