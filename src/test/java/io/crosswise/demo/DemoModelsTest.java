package io.crosswise.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerFeatures;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.FamilyModels;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.scoring.ScoreCustomer;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.pmml.JpmmlModels;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models in {@code pmml-models} fit the market that ships with the product. */
class DemoModelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static FixedModels models;
    private static DemoMarket market;

    @BeforeAll
    static void loadModelsAndMarket() {
        models = FixedModels.load(
                new ClasspathModels(
                        "classpath*:pmml-models/*.pmml", new PathMatchingResourcePatternResolver(), new ObjectMapper()),
                new JpmmlModels());
        market = DemoMarket.standard(DAY);
    }

    @Test
    void thereIsAPairPerCategoryAndChurnAndAllVerify() {
        assertThat(models.all()).extracting(Model::name).containsExactlyInAnyOrderElementsOf(names());
    }

    @Test
    void everyModelWasTrainedOnTheMarketThatShips() throws IOException {
        for (String name : names()) {
            assertThat(header(name, "marketSha256"))
                    .as("%s was trained on another market; train again with TrainDemoModels", name)
                    .isEqualTo(market.sha256());
        }
    }

    @Test
    void everyModelKnowsTheFeaturesADecisionComputes() throws IOException {
        for (String name : names()) {
            assertThat(header(name, "features").split(" ")).containsExactlyInAnyOrderElementsOf(CustomerFeatures.names());
        }
    }

    @Test
    void modelsOfTreatedCustomersAndChurnBeatChance() {
        assertThat(models.all())
                .filteredOn(model -> !model.name().startsWith("baseline-"))
                .hasSize(8)
                .allSatisfy(model -> assertThat((double) model.metrics().get("auc")).isGreaterThan(0.55));
    }

    @Test
    void everyCustomerOfTheMarketIsScored() {
        ScoreCustomer scoreCustomer = new ScoreCustomer(new LifetimeValueSettings(0.08, 60));
        market.customers().stream().limit(4_200).skip(3_800).forEach(customer -> {
            var scores = scoreCustomer.score(
                    models.inUse(), customer.profile(), Set.of(ServiceCategory.values()),
                    CustomerFeatures.of(customer.profile(), DAY));
            assertThat(scores.propensities()).hasSize(7);
            assertThat(scores.outlook().churn12()).isGreaterThan(Probability.ZERO);
        });
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("churn"));
        for (ServiceCategory category : ServiceCategory.values()) {
            names.add(FamilyModels.propensity(category));
            names.add("baseline-" + category.slug());
        }
        return names;
    }

    private static String header(String model, String extension) throws IOException {
        try (InputStream file = DemoModelsTest.class.getResourceAsStream("/pmml-models/" + model + ".pmml")) {
            String text = new String(file.readNBytes(8_000), StandardCharsets.UTF_8);
            Matcher value = Pattern.compile("<Extension name=\"" + extension + "\" value=\"([^\"]*)\"").matcher(text);
            assertThat(value.find()).as("%s has no %s in its header", model, extension).isTrue();
            return value.group(1);
        }
    }
}
