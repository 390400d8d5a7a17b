package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreRowTest {
    private final ScoreRow scoreRow = new ScoreRow(new Told());

    @Test
    void readsNumbersTruthsAndTextsAndSaysWhatWasMissing() {
        Map<String, Object> values = new HashMap<>();
        values.put("arpu", "20.5");
        values.put("reward_member", true);
        values.put("colour", "red");
        values.put("age", null);

        var answer = scoreRow.score(values);

        assertThat(answer.answers()).containsOnly(
                Map.entry("arpu", 20.5), Map.entry("reward_member", 1.0), Map.entry("colour=red", 1.0));
        assertThat(answer.missing()).containsExactly("age");
        assertThat(answer.score()).isEqualTo(3.0);
    }

    @Test
    void ignoresWhatTheModelDoesNotRead() {
        assertThat(scoreRow.score(Map.of("arpu", 1, "shoe_size", "large")).answers()).containsOnlyKeys("arpu");
        assertThat(scoreRow.isUnknown("shoe_size")).isTrue();
        assertThat(scoreRow.isUnknown("tenure_months")).as("known, though not to this model").isFalse();
        assertThat(scoreRow.reads("tenure_months")).isFalse();
    }

    @Test
    void refusesByNameWhatItCannotRead() {
        assertThatThrownBy(() -> scoreRow.score(Map.of("arpu", "much"))).hasMessageContaining("arpu");
        assertThatThrownBy(() -> scoreRow.score(Map.of("arpu", "Infinity"))).hasMessageContaining("arpu");
        assertThatThrownBy(() -> scoreRow.score(Map.of("colour", "pink")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[red, blue]");
    }

    /** Answers with what it was told; the score is how much that was. */
    private static class Told implements ScoringModel {
        @Override
        public String version() {
            return "1";
        }

        @Override
        public String sha256() {
            return "ab";
        }

        @Override
        public List<String> features() {
            return List.of("arpu", "reward_member", "colour", "age");
        }

        @Override
        public Map<String, List<String>> texts() {
            return Map.of("colour", List.of("red", "blue"));
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
            return row.asMap().size();
        }

        @Override
        public Map<String, Double> answers(FeatureRow row) {
            return row.asMap();
        }

        @Override
        public Contributions contributions(FeatureRow row) {
            throw new UnsupportedOperationException();
        }
    }
}
