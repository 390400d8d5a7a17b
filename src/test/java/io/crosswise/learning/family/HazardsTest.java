package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.learning.Judging;
import io.crosswise.learning.NativeXgboost;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.pmml.JpmmlAnswers;
import io.crosswise.learning.xgboost.XgboostBoosting;
import io.crosswise.shared.ServiceCategory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HazardsTest {
    @BeforeAll
    static void needsXgboost() {
        NativeXgboost.assumeUsable();
    }

    /** Happy customers leave with 4 % a quarter, unhappy ones with 12 %; a third of all is observed for half a year only. */
    @Test
    void recoversTheShareThatIsStillThereAfterAYear() {
        SyntheticHistory history = new SyntheticHistory();
        for (int i = 0; i < 6_000; i++) {
            boolean happy = SyntheticHistory.draw("happy", i) < 0.6;
            int observed = SyntheticHistory.draw("observed", i) < 0.33 ? 6 : 12;
            Integer left = null;
            for (int quarter = 1; left == null && quarter <= observed / 3; quarter++) {
                left = SyntheticHistory.draw("leaves-" + quarter, i) < hazard(happy) ? quarter * 3 - 1 : null;
            }
            history.customer(i, observed, left, features(happy, i));
        }
        byte[] pmml = new TrainFamily(history, new XgboostBoosting())
                .train("churn-hazard", "1.0", Judging.standard())
                .pmml();
        JpmmlAnswers model = new JpmmlAnswers(pmml);
        assertThat(survival(model, true)).isCloseTo(Math.pow(1 - hazard(true), 4), within(0.02));
        assertThat(survival(model, false)).isCloseTo(Math.pow(1 - hazard(false), 4), within(0.03));
    }

    @Test
    void aCustomerIsAtRiskUntilTheEventOrTheEndOfTheObservation() {
        SyntheticHistory history = new SyntheticHistory()
                .customer(1, 12, null, Map.of("age", 1.0))
                .customer(2, 12, 7, Map.of("age", 2.0))
                .customer(3, 5, null, Map.of("age", 3.0))
                .customer(4, 4, 4, Map.of("age", 4.0));
        TrainingSet set = ((BoostedRecipe) Hazards.churn()).set(history);
        assertThat(set.objective()).isEqualTo(Objective.PROBABILITY);
        assertThat(rowsOf(set, 1)).isEqualTo("1:0 2:0 3:0 4:0");
        assertThat(rowsOf(set, 2)).isEqualTo("1:0 2:0 3:1");
        assertThat(rowsOf(set, 3)).isEqualTo("1:0");
        assertThat(rowsOf(set, 4)).isEqualTo("1:0 2:1");
    }

    @Test
    void aServiceIsNoLongerAtRiskOnceItsHolderHasLeft() {
        Set<ServiceCategory> held = Set.of(ServiceCategory.TV);
        SyntheticHistory history = new SyntheticHistory()
                .customer(1, held, 12, null, Map.of(ServiceCategory.TV, 5), Map.of("age", 1.0))
                .customer(2, held, 12, 7, Map.of(), Map.of("age", 2.0))
                .customer(3, Set.of(), 12, null, Map.of(), Map.of("age", 3.0));
        TrainingSet set = ((BoostedRecipe) Hazards.drop(ServiceCategory.TV)).set(history);
        assertThat(rowsOf(set, 1)).isEqualTo("1:0 2:1");
        assertThat(rowsOf(set, 2)).isEqualTo("1:0 2:0");
        assertThat(rowsOf(set, 3)).isEmpty();
    }

    private static String rowsOf(TrainingSet set, int age) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < set.rows().length; row++) {
            if (set.rows()[row][set.indexOf("age")] == age) {
                rows.append(' ').append((int) set.rows()[row][set.indexOf(TrainingSet.PERIOD)]).append(':').append((int) set.target()[row]);
            }
        }
        return rows.toString().strip();
    }

    /** Mean over a hundred customers of the product of what the quarters leave. */
    private static double survival(JpmmlAnswers model, boolean happy) {
        double sum = 0;
        for (int customer = 0; customer < 100; customer++) {
            double survival = 1;
            for (int quarter = 1; quarter <= 4; quarter++) {
                Map<String, Double> features = new HashMap<>(features(happy, customer));
                features.put(TrainingSet.PERIOD, (double) quarter);
                survival *= 1 - ((Number) model.of(features).get("probability(1)")).doubleValue();
            }
            sum += survival / 100;
        }
        return sum;
    }

    private static double hazard(boolean happy) {
        return happy ? 0.04 : 0.12;
    }

    private static Map<String, Double> features(boolean happy, int number) {
        return Map.of("nps", happy ? 50.0 : -20.0, "arpu", 20 + 30 * SyntheticHistory.draw("arpu", number));
    }
}
