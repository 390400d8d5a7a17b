package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.learning.Judging;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.pmml.JpmmlAnswers;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.shared.ServiceCategory;
import java.util.Map;
import org.jpmml.evaluator.EvaluatorUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UpliftRecipeTest {
    private static TrainedModel trained;
    private static JpmmlAnswers model;

    @BeforeAll
    static void train() {
        NativeXgboost.assumeUsable();
        trained = new TrainFamily(campaign(), new XgboostBoosting()).train("uplift-tv", "1.0", Judging.standard());
        model = new JpmmlAnswers(trained.pmml());
    }

    @Test
    void ranksPersuadablesAboveSleepingDogs() {
        assertThat(uplift(true, false)).isGreaterThan(uplift(false, false) + 0.05);
        assertThat(uplift(false, false)).isGreaterThan(uplift(false, true) + 0.02);
    }

    @Test
    void answersTheDifferenceOfTheTwoProbabilities() {
        assertThat(uplift(true, false)).isBetween(0.12, 0.24);
        assertThat(uplift(false, true)).isBetween(-0.18, -0.02);
    }

    @Test
    void isJudgedBesideTheDifferenceOfTwoModels() {
        assertThat((double) trained.report().metrics().get("qini")).isPositive();
        assertThat(trained.report().metrics()).containsKeys("upliftTop30", "tLearnerQini", "tLearnerUpliftTop30");
    }

    private static double uplift(boolean listens, boolean angry) {
        var answers = model.evaluator().evaluate(features(listens, angry, 0.5));
        return ((Number) EvaluatorUtil.decode(answers.get(model.evaluator().getTargetFields().get(0).getName()))).doubleValue();
    }

    /** Who listens buys 18 points more often when offered, who is angry 12 points less; one in five is held back. */
    private static SyntheticHistory campaign() {
        SyntheticHistory history = new SyntheticHistory();
        for (int i = 0; i < 8_000; i++) {
            boolean listens = SyntheticHistory.draw("listens", i) < 0.3;
            boolean angry = !listens && SyntheticHistory.draw("angry", i) < 0.3;
            boolean treated = SyntheticHistory.draw("treated", i) < 0.8;
            double taste = SyntheticHistory.draw("taste", i);
            double chance = 0.1 + 0.2 * taste + (treated ? (listens ? 0.18 : 0) - (angry ? 0.12 : 0) : 0);
            history.contact(
                    i, ServiceCategory.TV, treated, SyntheticHistory.draw("buys", i) < chance, features(listens, angry, taste));
        }
        return history;
    }

    private static Map<String, Double> features(boolean listens, boolean angry, double taste) {
        return Map.of("nps", listens ? 60.0 : angry ? -40.0 : 10.0, "complaints_90d", angry ? 2.0 : 0.0, "tv_hours", 100 * taste);
    }
}
