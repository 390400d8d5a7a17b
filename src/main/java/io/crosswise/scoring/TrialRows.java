package io.crosswise.scoring;

import io.crosswise.shared.StableHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Made-up customers for finding out whether a model always answers; the same ones for the same features. */
final class TrialRows {
    private static final int ROWS = 100;

    private TrialRows() {}

    /** Every feature known and above zero: values up to 1, 10 or 100, as shares, counts and months are, and any known text. */
    static List<FeatureRow> complete(ScoringModel model) {
        return IntStream.range(0, ROWS).mapToObj(i -> complete(model, "trial row " + i)).toList();
    }

    /** The row without one feature, in whichever way it is told. */
    static FeatureRow without(String missing, FeatureRow row) {
        Map<String, Double> features = new LinkedHashMap<>(row.asMap());
        features.keySet().removeIf(name -> name.equals(missing) || name.startsWith(missing + "="));
        return FeatureRow.of(features);
    }

    private static FeatureRow complete(ScoringModel model, String salt) {
        Map<String, List<String>> texts = model.texts();
        Map<String, Double> row = new LinkedHashMap<>();
        for (String feature : model.features()) {
            List<String> known = texts.getOrDefault(feature, List.of());
            if (known.isEmpty()) {
                row.put(feature, number(salt, feature));
            } else {
                row.put(feature + "=" + known.get(StableHash.bucket(salt, feature, known.size())), 1.0);
            }
        }
        return FeatureRow.of(row);
    }

    private static double number(String salt, String feature) {
        double scale = Math.pow(10, StableHash.bucket(salt + " scale", feature, 3));
        double value = scale * (1 - StableHash.uniform(salt, feature));
        return StableHash.bucket(salt + " whole", feature, 2) == 0 ? Math.ceil(value) : value;
    }
}
