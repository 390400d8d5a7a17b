package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.pmml.JpmmlModels;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** From training to the report as it is stored to the judgement of customers nobody has trained on. */
class TrainedModelDriftTest {
    private static final WatchedModel MODEL = trained();
    private final JudgeDataSet judgeDataSet =
            new JudgeDataSet(DriftSettings.DEFAULTS, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void isStableOnNewCustomersOfTheSameMarket() {
        DriftReport report = judge(row -> row);

        assertThat(report.findings()).isEmpty();
        assertThat(report.level()).isEqualTo(DriftLevel.STABLE);
        assertThat(report.features()).hasSize(4);
        assertThat(report.score().rows()).isEqualTo(4_000);
        assertThat(report.calibration().slope().low()).isLessThan(1.1);
        assertThat(report.calibration().slope().high()).isGreaterThan(0.9);
    }

    @Test
    void namesTheFeatureThatIsNoLongerDelivered() {
        DriftReport report = judge(row -> {
            row.remove("usage");
            return row;
        });

        assertThat(report.level()).isEqualTo(DriftLevel.ALARM);
        assertThat(report.worstFeature().of()).isEqualTo("usage");
        assertThat(report.features().subList(1, 4)).extracting(PopulationStability::level).containsOnly(DriftLevel.STABLE);
        assertThat(report.score().level()).isEqualTo(DriftLevel.ALARM);
    }

    private DriftReport judge(UnaryOperator<Map<String, Double>> changed) {
        TrainingSet customers = SyntheticMarket.customers("a year later", 4_000);
        return judgeDataSet.judge(MODEL, new JudgeDataSet.Rows() {
            @Override
            public Set<String> columns() {
                return Set.copyOf(customers.features());
            }

            @Override
            public void forEach(BiConsumer<Map<String, Double>, Double> consumer) {
                for (int i = 0; i < customers.rows().length; i++) {
                    Map<String, Double> row = new HashMap<>();
                    for (int column = 0; column < customers.columns().size(); column++) {
                        double value = customers.rows()[i][column];
                        if (!Double.isNaN(value)) {
                            row.put(customers.columns().get(column).name(), value);
                        }
                    }
                    consumer.accept(changed.apply(row), customers.target()[i]);
                }
            }
        });
    }

    private static WatchedModel trained() {
        try {
            ObjectMapper json = new ObjectMapper();
            TrainedModel trained = new TrainModel(new XgboostBoosting())
                    .train(SyntheticMarket.customers("then", 6_000), TrainingSettings.standard());
            ModelReport report = json.readValue(json.writeValueAsString(trained.report()), ModelReport.class);
            ModelFile file = new ModelFile(report.model(), trained.pmml(), FieldMapping.NONE, null);
            return new WatchedModel(report.model(), "1.0", new JpmmlModels().load(file), FieldMapping.NONE, report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
