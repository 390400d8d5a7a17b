package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.shared.CustomerId;
import io.crosswise.testing.AnsweringModels.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelsInUseTest {
    private static final FeatureRow ROW = FeatureRow.of(Map.of());
    private static final String TV = "propensity-tv";
    private static final LoadedModel CHAMPION = new LoadedModel(Model.champion(TV, "1", "ab", Map.of()), answering(0.1));

    @Test
    void aSplitDecidesForItsShareOfTheCustomersAndAlwaysForTheSame() {
        ModelSet models = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SPLIT, 0.1, answering(0.2))));

        long split = customers().filter(id -> models.forCustomer(id).model(TV).version().equals("2")).count();

        assertThat(split / 20_000.0).isCloseTo(0.1, within(0.007));
        customers().limit(500).forEach(id -> assertThat(models.forCustomer(id).score(TV, ROW))
                .isEqualTo(models.forCustomer(id).score(TV, ROW)));
        assertThat(models.score(TV, ROW).value()).as("without a customer").isEqualTo(0.1);
    }

    @Test
    void theNextSplitTakesOtherCustomers() {
        ModelSet second = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SPLIT, 0.5, answering(0.2))));
        ModelSet third = ModelsInUse.of(List.of(CHAMPION, challenger("3", Mode.SPLIT, 0.5, answering(0.2))));

        long both = customers()
                .filter(id -> second.forCustomer(id).model(TV).version().equals("2")
                        && third.forCustomer(id).model(TV).version().equals("3"))
                .count();

        assertThat(both / 20_000.0).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aLargerShareKeepsTheCustomersItHad() {
        ModelSet small = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SPLIT, 0.1, answering(0.2))));
        ModelSet large = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SPLIT, 0.3, answering(0.2))));

        assertThat(customers().filter(id -> small.forCustomer(id).model(TV).version().equals("2")))
                .allMatch(id -> large.forCustomer(id).model(TV).version().equals("2"));
    }

    @Test
    void aShadowScoresAndNeverDecides() {
        ModelSet models = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SHADOW, 0, answering(0.2))));

        assertThat(customers().limit(1_000)).allMatch(id -> models.forCustomer(id).model(TV).version().equals("1"));
        assertThat(models.forCustomer(new CustomerId("C-1")).shadowScores(List.of(TV, "churn"), ROW))
                .containsExactly(new ShadowScore(TV, "2", 0.2));
    }

    @Test
    void aShadowThatCannotAnswerDisturbsNobody() {
        Answer failing = new Answer("2", row -> {
            throw RefusedScore.of(TV, Double.NaN);
        });
        ModelSet models = ModelsInUse.of(List.of(CHAMPION, challenger("2", Mode.SHADOW, 0, failing)));

        assertThat(models.shadowScores(List.of(TV), ROW)).isEmpty();
    }

    @Test
    void withoutSplitsEverybodyGetsTheSameSet() {
        ModelSet models = ModelsInUse.of(List.of(CHAMPION));

        assertThat(models.forCustomer(new CustomerId("C-1"))).isSameAs(models);
        assertThat(models.names()).containsExactly(TV);
        assertThatThrownBy(() -> models.scoring("churn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("churn");
    }

    private static Stream<CustomerId> customers() {
        return IntStream.range(0, 20_000).mapToObj(i -> new CustomerId("C-" + i));
    }

    private static Answer answering(double value) {
        return new Answer("any", row -> value);
    }

    private static LoadedModel challenger(String version, Mode mode, double share, ScoringModel scoring) {
        Model model = new Model(
                TV, version, ModelState.CHALLENGER, "cd", Map.of(), new Challenge(mode, share), "uploaded", null, null, null, null);
        return new LoadedModel(model, scoring);
    }
}
