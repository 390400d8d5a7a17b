package io.crosswise.learning.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.Calibration;
import io.crosswise.learning.Column;
import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.Objective;
import io.crosswise.learning.SyntheticMarket;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.pmml.JpmmlModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.EvaluatorUtil;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PmmlConversionTest {
    private static final TrainingSettings SETTINGS = TrainingSettings.standard();
    private static final Calibration PLATT = new Calibration(1.25, -0.125);
    private static final String[] TERMS = {"One Year", "Two <&> Years", null, "never seen"};

    private final TrainingSet set = SyntheticMarket.customers("train", 2_000);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsXgboost() {
        NativeXgboost.assumeUsable();
    }

    @Test
    void theFileScoresAsXgboostDoes() throws IOException {
        scoresLikeXgboost(SyntheticMarket.customers("strangers", 1_000).rows());
    }

    @Test
    void valuesOnASplitGoTheWayXgboostSendsThem() throws IOException {
        scoresLikeXgboost(set.rows());
    }

    private void scoresLikeXgboost(double[][] rows) throws IOException {
        try (BoostedTrees trees = new XgboostBoosting().grow(set, SETTINGS)) {
            FixedModels models = models(trees.toPmml(set, SETTINGS, PLATT, set.at(new int[] {0, 1, 2}).rows()));
            double[] margins = trees.margins(rows);
            for (int i = 0; i < rows.length; i++) {
                double score = models.inUse().score("propensity-tv", FeatureRow.of(features(rows[i]))).value();
                assertThat(score).isCloseTo(PLATT.probability(margins[i]), within(3e-7));
            }
        }
    }

    @Test
    void aCategoricalFieldGoesTheWayItsIndicatorsGo() throws Exception {
        assertSameAnswers(categorical(Objective.PROBABILITY), "probability(1)");
    }

    @Test
    void aValueIsScoredAsXgboostDoes() throws Exception {
        assertSameAnswers(categorical(Objective.VALUE), "y");
    }

    /** By JPMML itself, with texts in the categorical field: known ones, one never seen and none. */
    private static void assertSameAnswers(TrainingSet set, String output) throws Exception {
        try (BoostedTrees trees = new XgboostBoosting().grow(set, SETTINGS)) {
            byte[] pmml = trees.toPmml(set, SETTINGS, PLATT, set.at(new int[] {0, 1, 2, 3, 4, 5}).rows());
            Evaluator evaluator = new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(pmml))
                    .build();
            evaluator.verify();
            double[] margins = trees.margins(set.rows());
            for (int row = 0; row < margins.length; row++) {
                Map<String, Object> fields = new HashMap<>();
                fields.put("arpu", Double.isNaN(set.rows()[row][0]) ? null : set.rows()[row][0]);
                fields.put("Contract Term", TERMS[row % TERMS.length]);
                double expected = set.objective() == Objective.VALUE ? margins[row] : PLATT.probability(margins[row]);
                Number answer = (Number) EvaluatorUtil.decodeAll(evaluator.evaluate(fields)).get(output);
                assertThat(answer.doubleValue()).isCloseTo(expected, within(3e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static TrainingSet categorical(Objective objective) {
        TrainingSet market = SyntheticMarket.customers("category", 1_200);
        double[][] rows = new double[1_200][];
        double[] target = new double[1_200];
        for (int row = 0; row < rows.length; row++) {
            String term = TERMS[row % TERMS.length];
            rows[row] = new double[] {market.rows()[row][0], indicator(term, "One Year"), indicator(term, "Two <&> Years"), indicator(term, Column.MISSING)};
            boolean yes = "One Year".equals(term) || row % 3 == 0;
            target[row] = objective == Objective.VALUE ? (yes ? 40 : -3) + row % 5 : yes ? 1 : 0;
        }
        List<Column> columns = List.of(
                Column.numeric("arpu"),
                new Column("Contract Term", "One Year"),
                new Column("Contract Term", "Two <&> Years"),
                new Column("Contract Term", Column.MISSING));
        return TrainingSet.of("terms", objective, columns, rows, target, market.groups(), "ab12");
    }

    private static double indicator(String term, String value) {
        return value.equals(term == null ? Column.MISSING : term) ? 1 : 0;
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
