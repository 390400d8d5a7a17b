package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.learning.pmml.AffinityPmml;
import io.crosswise.learning.pmml.Clusters;
import io.crosswise.learning.pmml.Clusters.Centre;
import io.crosswise.learning.pmml.Clusters.Scale;
import io.crosswise.learning.pmml.Clusters.Spread;
import io.crosswise.learning.pmml.ClustersPmml;
import io.crosswise.learning.pmml.ModelLabel;
import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.Contributions.Contribution;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoringModel;
import io.crosswise.shared.StableHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledModelTest {
    private static final ModelLabel LABEL = new ModelLabel("m", "1", "a model", "ab12");

    private final Slots slots = new Slots();

    @ParameterizedTest
    @CsvSource({
        "none, returnNullPrediction",
        "none, returnLastPrediction",
        "lastPrediction, returnLastPrediction",
        "nullPrediction, returnLastPrediction",
        "defaultChild, returnLastPrediction"
    })
    void treesFollowTheFilesRulesForMissingValues(String missing, String none) {
        agrees(load(ForeignModels.tree(missing, none)));
    }

    @Test
    void boostedTreesBehindACalibratedLinkAgree() {
        PmmlModel model = agrees(load(ForeignModels.boosted()));
        Contributions why = model.contributions(FeatureRow.of(Map.of("gb", 3.0, "age", 50.0)));
        assertThat(why.scale()).isEqualTo("log-odds");
        assertThat(why.method()).startsWith("interventional tree SHAP");
        assertThat(sum(why)).isCloseTo(Math.log(why.score() / (1 - why.score())), within(1e-9));
    }

    @Test
    void theScoreOfAForeignClassificationIsTheProbabilityOfYes() {
        PmmlModel model = agrees(load(ForeignModels.forest()));
        assertThat(model.score(FeatureRow.of(Map.of("gb", 3.0)))).isCloseTo(1 / 7.0, within(1e-12));
        assertThat(model.score(FeatureRow.of(Map.of()))).isCloseTo((0.3 + 0.375) / 2, within(1e-12));
    }

    @Test
    void regressionsAgreeAndAreTakenApartByCoefficients() {
        PmmlModel model = agrees(load(ForeignModels.regression()));
        FeatureRow row = FeatureRow.of(Map.of("age", 40.0, "gb", 200.0, "contract=monthly", 1.0));
        assertThat(model.score(row)).isCloseTo(1.5 + 10 - 8 + 2, within(1e-6));
        Contributions why = model.contributions(row);
        assertThat(why.parts()).extracting(Contribution::feature).contains("age", "contract");
        assertThat(sum(why)).isCloseTo(why.score(), within(1e-9));
    }

    @Test
    void derivedFieldsAgree() {
        agrees(PmmlText.sound().load());
    }

    @Test
    void aMatrixOfAffinitiesAnswersByName() {
        double[][] matrix = {{0.6, 0.3, 0.1}, {0.3, 0.5, 0.4}, {0.1, 0.4, 0}};
        PmmlModel model = agrees(load(AffinityPmml.write(
                LABEL, List.of("MOBILE_20", "FIBRE", "TV"), matrix, new double[][] {{1, 0, 0}, {1, 1, 0}})));
        assertThat(model.answers(FeatureRow.of(Map.of("service_TV", 1.0))))
                .isEqualTo(Map.of("MOBILE_20", 0.1, "FIBRE", 0.4, "TV", 0.0));
    }

    @Test
    void clustersAnswerNumberAndSimilarity() {
        Clusters clusters = new Clusters(
                List.of(
                        new Scale("holds_tv", false, new Spread(0.4, 0.49), new Spread(0, 1)),
                        new Scale("data_gb", true, new Spread(2.5, 0.8), new Spread(5, 1.2))),
                List.of(
                        new Centre(false, new double[] {-0.8, -0.5}, 300, 1.4),
                        new Centre(false, new double[] {1.2, 0.7}, 200, 3.9),
                        new Centre(true, new double[] {0, -1}, 80, 1.1)));
        Map<String, Double> customer = Map.of("holds_tv", 1.0, "data_gb", 30.0);
        PmmlModel model = agrees(load(ClustersPmml.write(LABEL, clusters, List.of(customer, Map.of("market_ebu", 1.0)))));
        Clusters.Answer expected = clusters.answer(customer);
        assertThat(model.answers(FeatureRow.of(customer)))
                .containsOnlyKeys("cluster", "similarity")
                .containsEntry("cluster", (double) expected.cluster());
    }

    @Test
    void whatIsNotCompiledIsTakenApartByPermutations() {
        for (String file : List.of(ForeignModels.neuralNetwork(), ForeignModels.scorecard())) {
            PmmlModel model = load(file);
            assertThatThrownBy(() -> model.compile(slots)).isInstanceOf(NotCompilable.class);
            FeatureRow row = FeatureRow.of(Map.of("age", 40.0, "gb", 20.0, "calls", 3.0, "contract=monthly", 1.0));
            Contributions why = model.contributions(row);
            assertThat(why.method()).contains("antithetic permutations").contains("generated rows");
            assertThat(why.score()).isEqualTo(model.score(row));
            assertThat(sum(why)).isCloseTo(why.score(), within(1e-9));
            assertThat(why).isEqualTo(model.contributions(row));
        }
    }

    @Test
    void aValueThatJpmmlHasToJudgeIsLeftToIt() {
        PmmlModel model = agrees(load(ForeignModels.tree("none", "returnLastPrediction")));
        FeatureRow halfACall = FeatureRow.of(Map.of("age", 50.0, "calls", 7.5));
        assertThatThrownBy(() -> model.score(halfACall)).hasMessageContaining("calls");
    }

    @Test
    void aModelWhoseAgreementWasRememberedIsCompiledAtOnceAndAnyOtherAfterItsCheck() throws InterruptedException {
        ModelFile file = file(ForeignModels.regression().getBytes(StandardCharsets.UTF_8));
        Properties remembered = new Properties();
        remembered.setProperty(StableHash.sha256(file.pmml()), Agreements.COMPILER);
        try (JpmmlModels known = new JpmmlModels(new Agreements(remembered));
                JpmmlModels unknown = new JpmmlModels(new Agreements(new Properties()))) {
            assertThat(known.load(file).compiled()).isTrue();
            ScoringModel model = unknown.load(file);
            double score = model.score(FeatureRow.of(Map.of("age", 40.0, "gb", 10.0)));
            unknown.awaitChecks();
            assertThat(model.compiled()).isTrue();
            assertThat(model.score(FeatureRow.of(Map.of("age", 40.0, "gb", 10.0)))).isEqualTo(score);
        }
    }

    @Test
    void aCompiledFormThatAnswersOtherwiseIsFound() {
        PmmlModel model = load(ForeignModels.regression());
        CompiledModel other = load(ForeignModels.regression().replace("0.25", "0.250000001")).compile(slots);
        assertThat(model.agreement(other).check(() -> {})).isInfinite();
    }

    @Test
    void aFeatureAddedToARowIsSeenByModelsThatReadIt() {
        PmmlModel model = agrees(load(ForeignModels.regression()));
        FeatureRow row = FeatureRow.of(Map.of("age", 40.0, "gb", 10.0));
        double before = model.score(row);
        assertThat(model.score(row.with("age", 44))).isCloseTo(before + 1, within(1e-9));
        assertThat(model.score(row.with("contract=monthly", 1))).isCloseTo(before + 2, within(1e-9));
        assertThat(model.score(row)).isEqualTo(before);
    }

    private PmmlModel agrees(PmmlModel model) {
        CompiledModel compiled = model.compile(slots);
        assertThat(model.agreement(compiled).check(() -> {})).isLessThanOrEqualTo(1e-9);
        model.use(compiled);
        return model;
    }

    private static double sum(Contributions why) {
        return why.base() + why.parts().stream().mapToDouble(Contribution::contribution).sum();
    }

    private static PmmlModel load(String file) {
        return load(file.getBytes(StandardCharsets.UTF_8));
    }

    private static PmmlModel load(byte[] file) {
        return new PmmlModelFile(file(file)).load();
    }

    private static ModelFile file(byte[] content) {
        return new ModelFile("m", content, FieldMapping.NONE, null);
    }
}
