package io.crosswise.scoring;

import static io.crosswise.shared.ServiceCategory.CLOUD;
import static io.crosswise.shared.ServiceCategory.HBB;
import static io.crosswise.shared.ServiceCategory.TV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.testing.AnsweringModels;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreCustomerTest {
    private final AnsweringModels models = new AnsweringModels();
    private final ScoreCustomer scoreCustomer = new ScoreCustomer(models);

    @Test
    void asksBothModelsOfEachCategoryInOrderAndChurnLast() {
        models.answering("propensity-tv", 0.3).answering("baseline-tv", 0.1);
        models.answering("propensity-hbb", 0.2).answering("baseline-hbb", 0.25).answering("churn", 0.07);

        CustomerScores scores = scoreCustomer.score(Set.of(TV, HBB), Map.of("tenure", 12.0));

        assertThat(scores.scores())
                .extracting(Score::model)
                .containsExactly("propensity-hbb", "baseline-hbb", "propensity-tv", "baseline-tv", "churn");
        assertThat(scores.propensities().get(TV).ifOffered().value()).isEqualTo(0.3);
        assertThat(scores.propensities().get(TV).ifNotOffered().value()).isEqualTo(0.1);
        assertThat(scores.propensities().get(HBB).uplift()).isNegative();
        assertThat(scores.churn().value()).isEqualTo(0.07);
    }

    @Test
    void leavesOutACategoryThatLacksOneOfItsModels() {
        models.answering("propensity-tv", 0.3).answering("baseline-tv", 0.1);
        models.answering("propensity-cloud", 0.3);

        CustomerScores scores = scoreCustomer.score(Set.of(CLOUD, TV), Map.of());

        assertThat(scores.propensities()).containsOnlyKeys(TV);
        assertThat(scores.churn()).isNull();
    }

    @Test
    void refusesAScoreThatIsNoProbabilityInsteadOfCuttingIt() {
        models.answering("churn", 1.0000001);
        assertThatThrownBy(() -> scoreCustomer.score(Set.of(), Map.of()))
                .isInstanceOf(RefusedScore.class)
                .hasMessageContaining("churn")
                .hasMessageContaining("1.0000001");
        models.answering("churn", -0.01);
        assertThatThrownBy(() -> scoreCustomer.score(Set.of(), Map.of())).isInstanceOf(RefusedScore.class);
    }
}
