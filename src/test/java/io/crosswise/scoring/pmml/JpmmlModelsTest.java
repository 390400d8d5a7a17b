package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.FixedModels;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.UnusableModel;
import io.crosswise.scoring.classpath.ClasspathModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class JpmmlModelsTest {
    @TempDir
    private Path folder;

    @Test
    void namesAModelAfterItsFileAndReadsTheReportBesideIt() throws IOException {
        write("churn.pmml", PmmlText.sound().text());
        write("churn.report.json", "{\"model\":\"churn\",\"metrics\":{\"auc\":0.81,\"rows\":5000}}");
        write("propensity-tv.pmml", PmmlText.sound().text());

        FixedModels models = models();

        assertThat(models.all()).extracting(Model::name).containsExactly("churn", "propensity-tv");
        assertThat(models.all().get(0).metrics()).containsEntry("auc", 0.81).containsEntry("rows", 5000);
        assertThat(models.all().get(1).metrics()).isEmpty();
        assertThat(models.inUse().has("churn")).isTrue();
        assertThat(models.inUse().has("uplift")).isFalse();
    }

    @Test
    void aMissingFeatureFollowsTheModelsRule() throws IOException {
        write("churn.pmml", PmmlText.sound().text());
        FixedModels models = models();
        Map<String, Double> unknown = new HashMap<>();
        unknown.put("tenure", null);

        assertThat(score(models, Map.of())).isCloseTo(0.5, within(1e-9));
        assertThat(score(models, unknown)).isCloseTo(0.5, within(1e-9));
        assertThat(score(models, Map.of("tenure", 40.0, "colour", 3.0))).isCloseTo(0.7310585786, within(1e-9));
    }

    @Test
    void aFeatureThatIsNoFiniteNumberIsRefusedByName() throws IOException {
        write("churn.pmml", PmmlText.sound().text());
        FixedModels models = models();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> score(models, Map.of("tenure", bad)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tenure");
        }
    }

    @Test
    void anUnknownModelIsRefusedByName() throws IOException {
        write("churn.pmml", PmmlText.sound().text());
        FixedModels models = models();
        assertThatThrownBy(() -> models.inUse().score("uplift", FeatureRow.of(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uplift");
    }

    @Test
    void oneBadFileStopsTheLoadAndIsNamed() throws IOException {
        write("churn.pmml", PmmlText.sound().text());
        write("broken.pmml", "<PMML");
        assertThatThrownBy(this::models).isInstanceOf(UnusableModel.class).hasMessageContaining("broken");
    }

    @Test
    void manyThreadsGetTheSameScores() throws Exception {
        write("churn.pmml", PmmlText.sound().text());
        FixedModels models = models();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Double>> calls = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                double tenure = i % 100;
                calls.add(() -> score(models, Map.of("tenure", tenure)) - 1 / (1 + Math.exp(1 - 0.05 * tenure)));
            }
            for (Future<Double> difference : threads.invokeAll(calls)) {
                assertThat(difference.get()).isCloseTo(0, within(1e-12));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static double score(FixedModels models, Map<String, Double> features) {
        Score score = models.inUse().score("churn", FeatureRow.of(features));
        assertThat(score).matches(answer -> answer.model().equals("churn") && answer.version().equals("7"));
        return score.value();
    }

    private FixedModels models() {
        return FixedModels.load(
                new ClasspathModels(folder.toUri() + "*.pmml", new PathMatchingResourcePatternResolver(), new ObjectMapper()),
                new JpmmlModels());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
