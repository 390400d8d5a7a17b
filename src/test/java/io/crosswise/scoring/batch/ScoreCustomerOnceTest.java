package io.crosswise.scoring.batch;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.scoring.Contributions;
import io.crosswise.scoring.FeatureRow;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.ScoringModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScoreCustomerOnceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void aModelOfWhatHappensWhenIsAskedForEachQuarter() {
        CustomerScore score = only(new Model(
                List.of("quarter_ahead"), row -> Map.of("p", row.get("quarter_ahead") / 10)));

        assertThat(score.score()).isEqualTo(0.1);
        assertThat(score.answers()).containsExactly(
                Map.entry("1", 0.1), Map.entry("2", 0.2), Map.entry("3", 0.3), Map.entry("4", 0.4));
    }

    @Test
    void aModelOfAChannelIsAskedForEachHourBandAndTheBestCounts() {
        CustomerScore score = only(new Model(
                List.of("hour_band"), row -> Map.of("p", row.get("hour_band") == 2 ? 0.5 : 0.1)));

        assertThat(score.score()).isEqualTo(0.5);
        assertThat(score.answers()).hasSize(4).containsEntry("2", 0.5);
    }

    @Test
    void aModelOfSeveralAnswersKeepsThemAllAndSeesTheServices() {
        CustomerScore score = only(new Model(List.of("service_MOBILE_100"), row -> {
            Map<String, Double> answers = new TreeMap<>();
            for (String name : List.of("A", "B", "C", "D")) {
                answers.put(name, (double) row.asMap().keySet().stream().filter(key -> key.startsWith("service_")).count());
            }
            return answers;
        }));

        assertThat(score.score()).isNull();
        assertThat(score.answers()).hasSize(4);
        assertThat(score.answers().get("A")).isPositive();
    }

    @Test
    void whatAModelRefusesIsCounted() {
        ScoredCustomer scored = score(new Model(List.of("arpu"), row -> {
            throw RefusedScore.of("m", null);
        }));

        assertThat(scored.refused()).isEqualTo(1);
        assertThat(scored.scores()).isEmpty();
    }

    private static CustomerScore only(Model model) {
        return score(model).scores().get(0);
    }

    private static ScoredCustomer score(Model model) {
        return new ScoreCustomerOnce(Map.of("m", "1"), Map.of("m", model)).score(aCustomer().build(), DAY);
    }

    /** A model that answers what a function of the row says; its score is the answer {@code p}. */
    private record Model(List<String> features, Function<FeatureRow, Map<String, Double>> answering) implements ScoringModel {
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
            return answers(row).get("p");
        }

        @Override
        public Map<String, Double> answers(FeatureRow row) {
            return answering.apply(row);
        }

        @Override
        public Contributions contributions(FeatureRow row) {
            throw new UnsupportedOperationException();
        }
    }
}
