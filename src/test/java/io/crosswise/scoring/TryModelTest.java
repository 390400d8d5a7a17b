package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TryModelTest {
    private static final ModelFile FILE =
            new ModelFile("churn", "any".getBytes(StandardCharsets.UTF_8), FieldMapping.NONE, null);

    @Test
    void aFileThatReadsForeignFeaturesIsRefusedWithTheMappingToSend() {
        assertThatThrownBy(() -> attempt(List.of("arpu", "Tenure in Months"), row -> 1, "uploaded"))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("Tenure in Months")
                .hasMessageContaining("{\"fields\":{\"Tenure in Months\":")
                .hasMessageNotContaining("arpu");
    }

    @Test
    void oneThatWasTrainedHereOnForeignColumnsIsKeptAndCannotDecide() {
        List<ReleaseGate> gates = attempt(List.of("Tenure in Months"), row -> 1, "trained");

        assertThat(gates.get(0)).matches(gate -> gate.name().equals(ReleaseGate.UNKNOWN_FEATURES) && !gate.passed());
        assertThat(gates.get(0).acceptable()).isFalse();
    }

    @Test
    void namesTheFeaturesItCannotDoWithout() {
        List<ReleaseGate> gates = attempt(List.of("arpu", "age"), row -> answerUnlessMissing(row, "age"), "uploaded");

        assertThat(gates).singleElement().satisfies(gate -> {
            assertThat(gate.name()).isEqualTo(ReleaseGate.MISSING_VALUES);
            assertThat(gate.passed()).isFalse();
            assertThat(gate.text()).contains("age").doesNotContain("arpu");
        });
        assertThat(attempt(List.of("arpu"), row -> 0.5, "uploaded")).singleElement().matches(ReleaseGate::passed);
    }

    @Test
    void refusesAnAnswerThatIsNoNumber() {
        assertThatThrownBy(() -> attempt(
                        List.of("arpu"),
                        row -> {
                            throw RefusedScore.of("churn", Double.POSITIVE_INFINITY);
                        },
                        "uploaded"))
                .isInstanceOf(UnusableModel.class)
                .hasMessageContaining("no finite number");
    }

    private static double answerUnlessMissing(FeatureRow row, String feature) {
        if (row.get(feature) == null) {
            throw RefusedScore.of("churn", null);
        }
        return 0.5;
    }

    private static List<ReleaseGate> attempt(List<String> features, ToDoubleFunction<FeatureRow> score, String origin) {
        return new TryModel(file -> new Scoring(features, score)).attempt(FILE, origin).checks();
    }

    private record Scoring(List<String> features, ToDoubleFunction<FeatureRow> scoring) implements ScoringModel {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public String sha256() {
            return "ab";
        }

        @Override
        public String function() {
            return "regression";
        }

        @Override
        public boolean compiled() {
            return false;
        }

        @Override
        public double score(FeatureRow row) {
            return scoring.applyAsDouble(row);
        }

        @Override
        public Map<String, Double> answers(FeatureRow row) {
            return Map.of("score", score(row));
        }

        @Override
        public Contributions contributions(FeatureRow row) {
            throw new UnsupportedOperationException();
        }
    }
}
