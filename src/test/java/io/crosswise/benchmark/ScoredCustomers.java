package io.crosswise.benchmark;

import io.crosswise.customer.CustomerFeatures;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.RandomCustomers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Customers, and all the questions that a decision asks the models about one of them. */
final class ScoredCustomers {
    static final String QUARTER = "quarter_ahead";
    static final String HOUR_BAND = "hour_band";
    private static final int QUARTERS = 4;
    private static final int BANDS = 4;

    private ScoredCustomers() {}

    static List<Map<String, Double>> features(int count) {
        return LongStream.range(0, count)
                .mapToObj(seed -> CustomerFeatures.of(RandomCustomers.customer(seed), CustomerBuilder.TODAY))
                .toList();
    }

    /** How often a decision asks a model: once, or for every quarter or hour it may be asked about. */
    static int questions(ScoringModel model) {
        return model.features().contains(QUARTER) ? QUARTERS : model.features().contains(HOUR_BAND) ? BANDS : 1;
    }

    /** The row and all its variants are prepared once for all models. */
    static double scoreAll(List<ScoringModel> models, Map<String, Double> features) {
        FeatureRow row = FeatureRow.of(features);
        List<FeatureRow> quarters = variants(row, QUARTER, 1, QUARTERS);
        List<FeatureRow> bands = variants(row, HOUR_BAND, 0, BANDS);
        double sum = 0;
        for (ScoringModel model : models) {
            List<FeatureRow> asked = switch (questions(model)) {
                case 1 -> List.of(row);
                default -> model.features().contains(QUARTER) ? quarters : bands;
            };
            for (FeatureRow variant : asked) {
                sum += isNamed(model) ? model.answers(variant).size() : model.score(variant);
            }
        }
        return sum;
    }

    private static boolean isNamed(ScoringModel model) {
        return model.function().equals("clustering") || model.features().stream().allMatch(name -> name.startsWith("service_"));
    }

    private static List<FeatureRow> variants(FeatureRow row, String feature, int first, int count) {
        List<FeatureRow> rows = new ArrayList<>(count);
        for (int i = first; i < first + count; i++) {
            rows.add(row.with(feature, i));
        }
        return rows;
    }
}
