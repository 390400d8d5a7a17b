package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.crosswise.learning.csv.CsvTables;
import io.crosswise.learning.files.SpecFile;
import io.crosswise.learning.xgboost.XgboostBoosting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models on IBM's Telco sample reach what plain boosting reaches, and its columns that know the answer are found out. */
class IbmTelcoTrainingTest {
    private static final String SAMPLE = System.getenv("CROSSWISE_SAMPLE_DATA");
    private static final List<String> FILES = List.of("services", "demographics", "location", "status", "population");
    private static final String PRICES = "Monthly Charge, Total Charges, Total Revenue, ";
    private static final GradientBoosting XGBOOST = new XgboostBoosting();
    private static final List<TrainingFile> SAMPLE_FILES = new ArrayList<>();

    @BeforeAll
    static void needsTheSampleAndXgboost() throws IOException {
        assumeThat(SAMPLE)
                .as("CROSSWISE_SAMPLE_DATA, the folder with the IBM sample, is not set: skipped")
                .isNotBlank();
        NativeXgboost.assumeUsable();
        for (String file : FILES) {
            SAMPLE_FILES.add(new TrainingFile(file + ".csv", Files.readAllBytes(Path.of(SAMPLE).resolve(file + ".csv"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "churn, 7043, 0.915",
        "streaming-tv, 5517, 0.779",
        "multiple-lines, 6361, 0.781",
        "internet, 7043, 0.868",
        "online-security, 5517, 0.770"
    })
    void reachesWhatPlainBoostingReaches(String spec, int rows, double plainBoosting) throws IOException {
        TrainedModel model = train(yaml(spec));
        ModelReport report = model.report();
        double twice = (report.metric("auc") + aucOfOtherFolds(yaml(spec))) / 2;
        assertThat(report.metric("rows")).isEqualTo(rows);
        assertThat(twice).isCloseTo(plainBoosting, within(0.01));
        assertThat(report.gates()).filteredOn(gate -> !gate.name().equals("FAIRNESS")).hasSize(2).allMatch(Gate::passed);
        assertThat(report.metric("calibrationSlope")).isBetween(0.9, 1.1);
    }

    @Test
    void churnIsRevealedByCopiesOfTheLabelAndByScoresMadeFromIt() throws IOException {
        String everything = yaml("churn").replaceAll("(?m)^exclude:.*$", "exclude: [ID]");
        assertThat(leaks(everything))
                .contains("Churn Value has the same answer as the target")
                .contains("Customer Status has the same answer as the target")
                .contains("Churn Category is missing exactly when the target is no")
                .contains("Churn Reason is missing exactly when the target is no")
                .contains("Satisfaction Score raises AUC")
                .contains("Churn Score raises AUC")
                .doesNotContain("Contract", "Tenure", "Number of Referrals", "Monthly Charge", "Internet", "Age", "CLTV");
    }

    @ParameterizedTest
    @CsvSource({"streaming-tv", "multiple-lines", "internet"})
    void thePricesRevealWhatIsOnTheBill(String spec) throws IOException {
        assertThat(leaks(yaml(spec).replace(PRICES, "")))
                .contains("Monthly Charge", "Total Charges", "Total Revenue")
                .doesNotContain("Tenure", "Contract", "Long Distance", "Streaming Movies", "Age", "Offer");
    }

    @Test
    void theMonthlyChargeRevealsWhoIsProtected() throws IOException {
        assertThat(leaks(yaml("online-security").replace(PRICES, "")))
                .contains("Monthly Charge raises AUC")
                .doesNotContain("Tenure", "Contract", "Long Distance", "Streaming Movies", "Age", "Offer");
    }

    @Test
    void unlimitedDataIsNoise() throws IOException {
        ModelReport report = train(yaml("unlimited-data")).report();
        assertThat(report.promotable()).isFalse();
        assertThat(report.gates()).filteredOn(gate -> !gate.passed()).singleElement().satisfies(gate -> {
            assertThat(gate.name()).isEqualTo("CHANCE");
            assertThat(gate.text()).contains("holds 0.5");
        });
    }

    @Test
    void chargesForExtraDataKnowWhoHasUnlimitedData() throws IOException {
        assertThat(leaks(yaml("unlimited-data").replace("Total Extra Data Charges, ", "")))
                .contains("Total Extra Data Charges raises AUC");
    }

    private static TrainedModel train(String yaml) {
        TrainingSpec spec = SpecFile.read(yaml.getBytes(StandardCharsets.UTF_8));
        Judging judging = Judging.standard().withFairnessLimits(LearningSettings.FOUR_FIFTHS);
        return new TrainModel(XGBOOST).train(spec, CsvTables.join(spec, SAMPLE_FILES), judging);
    }

    private static String leaks(String yaml) {
        TrainingRefused refusal = catchThrowableOfType(TrainingRefused.class, () -> train(yaml));
        assertThat(refusal).as("no leak was found").isNotNull();
        return refusal.getMessage();
    }

    private static double aucOfOtherFolds(String yaml) {
        TrainingSpec spec = SpecFile.read(yaml.getBytes(StandardCharsets.UTF_8));
        TrainingSet set = new PrepareTable().prepare(spec, CsvTables.join(spec, SAMPLE_FILES)).set();
        TrainingSettings settings = new TrainingSettings("1", 100, 3, 0.1, 1, 1, 1, 1, 43);
        UnseenScores scores = UnseenScores.of(XGBOOST, set, settings, Split.of(set, 43), (step, done) -> {});
        return Judgement.auc(scores.scores(), UnseenScores.labels(set.target()));
    }

    private static String yaml(String spec) throws IOException {
        return Files.readString(Path.of("docs", "ibm-telco", spec + ".yaml"));
    }
}
