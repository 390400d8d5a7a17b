package io.crosswise.scoring;

import io.crosswise.shared.StableHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Made-up customers for finding out whether a model always answers; the same for the same features. */
final class TrialRows {
    private static final int COMPLETE = 100;

    private TrialRows() {}

    /** Every feature known: all zero, all one, then values up to 1, 10 or 100, as shares, counts and months are. */
    static List<FeatureRow> complete(List<String> features) {
        List<FeatureRow> rows = new ArrayList<>();
        rows.add(row(features, feature -> 0));
        rows.add(row(features, feature -> 1));
        for (int i = 0; i < COMPLETE; i++) {
            String salt = "trial row " + i;
            rows.add(row(features, feature -> {
                double scale = Math.pow(10, StableHash.bucket(salt + " scale", feature, 3));
                double value = scale * StableHash.uniform(salt, feature);
                return StableHash.bucket(salt + " whole", feature, 2) == 0 ? Math.rint(value) : value;
            }));
        }
        return rows;
    }

    /** A complete row without one feature. */
    static FeatureRow without(String missing, List<String> features) {
        return row(features.stream().filter(feature -> !feature.equals(missing)).toList(), feature -> 1);
    }

    private static FeatureRow row(List<String> features, java.util.function.ToDoubleFunction<String> value) {
        Map<String, Double> row = new LinkedHashMap<>();
        features.forEach(feature -> row.put(feature, value.applyAsDouble(feature)));
        return FeatureRow.of(row);
    }
}
