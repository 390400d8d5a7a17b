package io.crosswise.learning;

import io.crosswise.scoring.FieldMapping;
import io.crosswise.testing.AnsweringModels.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A model that knows the truth it was trained on: 20,000 customers with two features between 0 and 1, of whom 6 % buy, more of
 * those with high usage; the flag says nothing.
 */
public final class WatchedModelBuilder {
    public static final String NAME = "propensity-tv";
    private static final int ROWS = 20_000;
    private static final double LEVEL = -3.6;

    private WatchedModelBuilder() {}

    public static WatchedModel aModel() {
        return new WatchedModel(
                NAME, "1", new Answer("1", row -> chance(row.get("usage"))), FieldMapping.NONE, report(ROWS));
    }

    /** P(buys); {@code usage} null is unknown. */
    public static double chance(Double usage) {
        return 1 / (1 + Math.exp(-(LEVEL + 1.5 * (usage == null ? 0.5 : usage))));
    }

    /** Of a customer nobody has met before. */
    public static Map<String, Double> customer(Random random) {
        return Map.of("usage", random.nextDouble(), "flag", random.nextInt(4) == 0 ? 1.0 : 0.0);
    }

    public static ModelReport report(int rows) {
        List<Bin> usage = new ArrayList<>();
        List<Bin> scores = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Double from = i == 0 ? null : (Double) (i / 10.0);
            Double to = i == 9 ? null : (Double) ((i + 1) / 10.0);
            usage.add(new Bin(from, to, null, 0.1));
            scores.add(new Bin(from == null ? null : (Double) chance(from), to == null ? null : (Double) chance(to), null, 0.1));
        }
        usage.add(new Bin(null, null, Bin.MISSING, 0));
        scores.add(new Bin(null, null, Bin.MISSING, 0));
        List<Bin> flag = List.of(
                new Bin(null, 1.0, null, 0.75), new Bin(1.0, null, null, 0.25), new Bin(null, null, Bin.MISSING, 0));
        return ModelReport.of(NAME, "1", "gradient boosting", "by time", "ab")
                .withMetrics(Map.of("rows", rows, "judgedRows", rows, "baseRate", 0.06, "auc", 0.61))
                .withFeatures(List.of(new FeatureUse("usage", 1.0, usage), new FeatureUse("flag", 0.0, flag)), scores);
    }
}
