package io.crosswise.learning.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.Calibration;
import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.SyntheticMarket;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.pmml.JpmmlModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PmmlConversionTest {
    private static final TrainingSettings SETTINGS = TrainingSettings.standard();
    private final TrainingSet set = SyntheticMarket.customers("train", 2_000);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsXgboost() {
        NativeXgboost.assumeUsable();
    }

    @Test
    void theFileScoresAsXgboostDoes() throws IOException {
        FixedModels models = models(new TrainModel(new XgboostBoosting()).train(set, SETTINGS).pmml());
        double[][] strangers = SyntheticMarket.customers("strangers", 1_000).rows();
        try (BoostedTrees trees = new XgboostBoosting().grow(set, SETTINGS)) {
            double[] xgboost = probabilities(trees, strangers);
            for (int i = 0; i < strangers.length; i++) {
                double score = models.inUse().score("propensity-tv", FeatureRow.of(features(strangers[i]))).value();
                assertThat(score).isCloseTo(xgboost[i], within(2e-7));
            }
        }
    }

    @Test
    void valuesOnASplitGoTheWayXgboostSendsThem() throws IOException {
        FixedModels models = models(new TrainModel(new XgboostBoosting()).train(set, SETTINGS).pmml());
        try (BoostedTrees trees = new XgboostBoosting().grow(set, SETTINGS)) {
            double[] xgboost = probabilities(trees, set.rows());
            for (int i = 0; i < xgboost.length; i++) {
                double score = models.inUse().score("propensity-tv", FeatureRow.of(features(set.rows()[i]))).value();
                assertThat(score).isCloseTo(xgboost[i], within(2e-7));
            }
        }
    }

    @Test
    void theHeaderNamesVersionMarketAndFeatures() {
        String file = new String(new TrainModel(new XgboostBoosting()).train(set, SETTINGS).pmml(), StandardCharsets.UTF_8);
        assertThat(file)
                .contains("modelVersion=\"1.0\"")
                .contains("<Extension name=\"dataSha256\" value=\"ab12\"/>")
                .contains("<Extension name=\"features\" value=\"arpu colour tenure usage\"/>")
                .doesNotContain("<Timestamp>");
    }

    private static double[] probabilities(BoostedTrees trees, double[][] rows) {
        return Arrays.stream(trees.margins(rows)).map(Calibration.NONE::probability).toArray();
    }

    private FixedModels models(byte[] pmml) throws IOException {
        Files.write(folder.resolve("propensity-tv.pmml"), pmml);
        return FixedModels.load(
                new ClasspathModels(folder.toUri() + "*.pmml", new PathMatchingResourcePatternResolver(), new ObjectMapper()),
                new JpmmlModels());
    }

    private Map<String, Double> features(double[] row) {
        Map<String, Double> features = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            if (!Double.isNaN(row[i])) {
                features.put(set.features().get(i), row[i]);
            }
        }
        return features;
    }
}
