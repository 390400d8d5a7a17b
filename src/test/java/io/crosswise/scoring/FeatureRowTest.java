package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureRowTest {
    @Test
    void whatIsUnknownHasNoEntry() {
        Map<String, Double> features = new HashMap<>();
        features.put("age", null);
        features.put("arpu", 20.0);

        FeatureRow row = FeatureRow.of(features);

        assertThat(row.asMap()).containsExactly(Map.entry("arpu", 20.0));
        assertThat(row.get("age")).isNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoNumberByName(double value) {
        assertThatThrownBy(() -> FeatureRow.of(Map.of("arpu", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arpu");
        assertThatThrownBy(() -> FeatureRow.of(Map.of()).with("quarter_ahead", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherFeatureMakesAnotherRow() {
        FeatureRow row = FeatureRow.of(Map.of("arpu", 20.0));
        FeatureRow first = row.with("quarter_ahead", 1);

        assertThat(first.get("quarter_ahead")).isEqualTo(1.0);
        assertThat(first.get("arpu")).isEqualTo(20.0);
        assertThat(first.with("quarter_ahead", 2).asMap()).containsEntry("quarter_ahead", 2.0).hasSize(2);
        assertThat(row.get("quarter_ahead")).isNull();
    }

    @Test
    void aPreparedFormIsMadeOnceAndNotSharedWithOtherRows() {
        AtomicInteger made = new AtomicInteger();
        FeatureRow row = FeatureRow.of(Map.of("arpu", 20.0));

        assertThat(row.prepared(Integer.class, known -> made.incrementAndGet())).isEqualTo(1);
        assertThat(row.prepared(Integer.class, known -> made.incrementAndGet())).isEqualTo(1);
        assertThat(row.with("age", 30).prepared(Integer.class, known -> made.incrementAndGet())).isEqualTo(2);
    }
}
