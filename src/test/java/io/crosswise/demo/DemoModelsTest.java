package io.crosswise.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.learning.Gate;
import io.crosswise.learning.Judging;
import io.crosswise.learning.LearningConfiguration;
import io.crosswise.learning.ModelReport;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.TrainedModel;
import io.crosswise.scoring.CustomerScores;
import io.crosswise.scoring.DecisionFeatures;
import io.crosswise.scoring.FamilyModels;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.pmml.JpmmlModels;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models in {@code pmml-models} fit the market that ships with the product. */
class DemoModelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ClasspathModels FILES =
            new ClasspathModels("classpath*:pmml-models/*.pmml", new PathMatchingResourcePatternResolver(), JSON);
    private static FixedModels models;
    private static DemoMarket market;

    @BeforeAll
    static void loadModelsAndMarket() {
        models = FixedModels.load(FILES, new JpmmlModels());
        market = DemoMarket.standard(DAY);
    }

    @Test
    void everyCategoryCanBeJudgedWithAndWithoutAnOffer() {
        for (ServiceCategory category : ServiceCategory.values()) {
            assertThat(models.inUse().has(FamilyModels.propensity(category))).as("propensity of %s", category).isTrue();
            assertThat(models.inUse().has(FamilyModels.uplift(category)) || models.inUse().has(FamilyModels.baseline(category)))
                    .as("uplift or baseline of %s", category)
                    .isTrue();
        }
        assertThat(models.inUse().names())
                .contains("upsell-mobile", "upsell-hbb", "churn-hazard", "margin", "affinity", "clusters", "expansion")
                .contains("payment-risk", "referral", "service-drop-mobile", "service-drop-hbb", "service-drop-tv")
                .contains("response-email", "response-sms", "response-call-centre", "response-account-manager", "response-self-care");
    }

    @Test
    void everyModelWasTrainedOnTheMarketThatShipsAndStandsItsGates() throws IOException {
        for (ModelFile file : FILES.read()) {
            ModelReport report = JSON.treeToValue(file.report(), ModelReport.class);
            assertThat(report.dataSha256())
                    .as("%s was trained on another market; train again with TrainDemoModels", file.name())
                    .isEqualTo(market.sha256());
            assertThat(report.gates()).as(file.name()).isNotEmpty().allMatch(Gate::passed);
        }
    }

    @Test
    void everyModelKnowsOnlyFeaturesADecisionComputes() {
        for (String name : models.inUse().names()) {
            assertThat(DecisionFeatures.unknown(models.inUse().scoring(name).features())).as(name).isEmpty();
        }
    }

    @Test
    void everyCustomerOfTheMarketIsScoredByAllOfThem() {
        ScoreCustomer scoreCustomer = new ScoreCustomer(new LifetimeValueSettings(0.08, 60));
        market.customers().stream().limit(4_200).skip(3_800).forEach(customer -> {
            CustomerScores scores = scoreCustomer.score(
                    models.inUse(), customer.profile(), Set.of(ServiceCategory.values()),
                    CustomerFeatures.of(customer.profile(), DAY));
            assertThat(scores.propensities()).hasSize(7);
            assertThat(scores.outlook().churn12()).isGreaterThan(scores.outlook().churn3());
            assertThat(scores.outlook().lifetimeValue()).isNotNull();
            assertThat(scores.responses()).isNotEmpty();
            assertThat(scores.likeness().multiService()).isBetween(0.0, 1.0);
            assertThat(scores.likeness().affinities()).isNotEmpty();
        });
    }

    @Test
    void everyModelOfTheFamilyShipsOrThePageSaysWhyNot() throws IOException {
        String page = Files.readString(Path.of("docs", "models.md"));
        for (String name : LearningConfiguration.familyOf(new DemoTrainingHistory(market)).models()) {
            String state = models.inUse().has(name) ? "shipped \\|" : "not shipped: ";
            assertThat(page).containsPattern("\\| `" + name + "` \\|.*\\| " + state);
        }
        for (ModelFile file : FILES.read()) {
            assertThat(page).contains(FamilyTable.row(JSON.treeToValue(file.report(), ModelReport.class)));
        }
    }

    /** One of boosted trees, one of factors and one of clusters stand for all. */
    @ParameterizedTest
    @ValueSource(strings = {"baseline-security", "affinity", "clusters"})
    void trainingAgainGivesTheSameBytes(String model) throws IOException {
        NativeXgboost.assumeUsable();
        TrainedModel again = LearningConfiguration.familyOf(new DemoTrainingHistory(market))
                .train(model, TrainDemoModels.VERSION, Judging.standard());

        assertThat(again.pmml()).isEqualTo(FILES.read().stream()
                .filter(file -> file.name().equals(model))
                .findFirst()
                .orElseThrow()
                .pmml());
    }
}
