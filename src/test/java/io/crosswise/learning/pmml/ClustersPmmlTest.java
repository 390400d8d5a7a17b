package io.crosswise.learning.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.learning.pmml.Clusters.Centre;
import io.crosswise.learning.pmml.Clusters.Scale;
import io.crosswise.learning.pmml.Clusters.Spread;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.scoring.pmml.JpmmlModels;
import io.crosswise.shared.StableHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.OutputField;
import org.junit.jupiter.api.Test;

class ClustersPmmlTest {
    private static final Clusters CLUSTERS = new Clusters(
            List.of(
                    new Scale("holds_tv", false, new Spread(0.4, 0.49), new Spread(0, 1)),
                    new Scale("data_gb", true, new Spread(2.5, 0.8), new Spread(5, 1.2))),
            List.of(
                    new Centre(false, new double[] {-0.8, -0.5}, 300, 1.4),
                    new Centre(false, new double[] {1.2, 0.7}, 200, 3.9),
                    new Centre(true, new double[] {0, -1}, 80, 1.1),
                    new Centre(true, new double[] {0, 1}, 40, 5.5)));
    private final JpmmlAnswers model = new JpmmlAnswers(ClustersPmml.write(
            new ModelLabel("clusters", "1.0", "clusters", "ab12"), CLUSTERS, List.of(customer(0), customer(1), Map.of())));

    @Test
    void theFileAnswersAsTheClustersDo() {
        for (int i = 0; i < 1_000; i++) {
            Map<String, Double> features = customer(i);
            Map<String, ?> answers = model.of(features);
            Clusters.Answer expected = CLUSTERS.answer(features);
            assertThat(answers.get("cluster")).as("%s", features).isEqualTo(expected.cluster());
            assertThat((Double) answers.get("similarity")).isCloseTo(expected.similarity(), within(1e-12));
        }
    }

    /** As a decision asks it, where inputs are handed over as they are. */
    @Test
    void theDecisionPathIsAnsweredAlike() {
        byte[] pmml = ClustersPmml.write(
                new ModelLabel("clusters", "1.0", "clusters", "ab12"), CLUSTERS, List.of(customer(0), Map.of()));
        try (JpmmlModels models = new JpmmlModels()) {
            ScoringModel scoring = models.load(new ModelFile("clusters", pmml, FieldMapping.NONE, null));
            for (int i = 0; i < 200; i++) {
                Clusters.Answer expected = CLUSTERS.answer(customer(i));
                Map<String, Double> answers = scoring.answers(FeatureRow.of(customer(i)));
                assertThat(answers.get("cluster")).isEqualTo(expected.cluster());
                assertThat(answers.get("similarity")).isCloseTo(expected.similarity(), within(1e-12));
            }
        }
    }

    @Test
    void aConsumerIsNeverPutAmongCompanies() {
        assertThat(model.of(Map.of("market_ebu", 1.0, "data_gb", 1.0)).get("cluster")).isEqualTo(3);
        assertThat(model.of(Map.of("market_ebu", 0.0, "data_gb", 1e9)).get("cluster")).isIn(1, 2);
    }

    @Test
    void theRichestClustersOwnCentreIsEntirelySimilar() {
        double data = Math.exp(2.5 + 0.7 * 0.8) - 1;
        double similarity = (Double) model.of(Map.of("holds_tv", 0.4 + 1.2 * 0.49, "data_gb", data)).get("similarity");
        assertThat(similarity).isCloseTo(1, within(1e-9));
    }

    @Test
    void twoAnswersLeaveTheFile() {
        assertThat(model.of(Map.of())).containsOnlyKeys("cluster", "similarity");
    }

    private static Map<String, Double> customer(int number) {
        String key = Integer.toString(number);
        Map<String, Double> features = new HashMap<>();
        features.put("market_ebu", (double) StableHash.bucket("market", key, 2));
        if (StableHash.bucket("gap-tv", key, 8) > 0) {
            features.put("holds_tv", (double) StableHash.bucket("tv", key, 2));
        }
        if (StableHash.bucket("gap-data", key, 8) > 0) {
            features.put("data_gb", 500 * StableHash.uniform("data", key) - 50);
        }
        return features;
    }
}
