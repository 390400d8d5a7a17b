package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.learning.xgboost.XgboostBoosting;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainModelTest {
    private final TrainModel trainModel = new TrainModel(new XgboostBoosting());

    @BeforeAll
    static void needsXgboost() {
        NativeXgboost.assumeUsable();
    }

    @Test
    void learnsWhatDrivesThePurchaseAndReportsIt() {
        ModelReport report = train(SyntheticMarket.customers("learn", 3_000)).report();
        assertThat(report.metric("auc")).isBetween(0.75, 0.9);
        assertThat(report.metric("precisionTop15")).isGreaterThan(1.8 * report.metric("baseRate"));
        assertThat(report.metric("rows")).isEqualTo(3_000);
        assertThat(report.dataSha256()).isEqualTo("ab12");
    }

    @Test
    void doesNotFlatterAModelOfPureNoise() {
        TrainingSet signal = SyntheticMarket.customers("learn", 3_000);
        double[] others = SyntheticMarket.customers("others", 3_000).target();
        TrainingSet noise = signal.asking(Objective.PROBABILITY, others, null, null);
        assertThat(train(noise).report().metric("auc")).isBetween(0.45, 0.55);
    }

    @Test
    void theSameDataGiveTheSameBytes() {
        byte[] once = train(SyntheticMarket.customers("learn", 1_000)).pmml();
        byte[] again = train(SyntheticMarket.customers("learn", 1_000)).pmml();
        assertThat(again).isEqualTo(once);
    }

    @Test
    void refusesATrainingSetWithHardlyAnyBuyers() {
        TrainingSet set = SyntheticMarket.customers("learn", 100);
        Arrays.fill(set.target(), 0);
        Arrays.fill(set.target(), 0, 4, 1);
        assertThatThrownBy(() -> train(set))
                .isInstanceOf(TrainingImpossible.class)
                .hasMessageContaining("propensity-tv")
                .hasMessageContaining("at least 5 rows of each answer");
    }

    private TrainedModel train(TrainingSet set) {
        return trainModel.train(set, TrainingSettings.standard());
    }
}
