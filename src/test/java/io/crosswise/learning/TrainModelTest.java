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
        TrainingReport report = train(SyntheticMarket.customers("learn", 3_000)).report();
        assertThat(report.metrics().auc()).isBetween(0.75, 0.9);
        assertThat(report.metrics().precisionTop15()).isGreaterThan(1.8 * report.metrics().baseRate());
        assertThat(report.metrics().logLoss()).isLessThan(report.metrics().baseLogLoss());
        assertThat(report.metrics().rows()).isEqualTo(3_000);
        assertThat(report.marketSha256()).isEqualTo("ab12");
    }

    @Test
    void doesNotFlatterAModelOfPureNoise() {
        TrainingSet signal = SyntheticMarket.customers("learn", 3_000);
        boolean[] others = SyntheticMarket.customers("others", 3_000).labels();
        TrainingSet noise = new TrainingSet("noise", signal.features(), signal.rows(), others, signal.customers(), "ab12");
        assertThat(train(noise).report().metrics().auc()).isBetween(0.45, 0.55);
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
        Arrays.fill(set.labels(), false);
        Arrays.fill(set.labels(), 0, 4, true);
        assertThatThrownBy(() -> train(set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("propensity-tv")
                .hasMessageContaining("at least 5 rows of each label");
    }

    private TrainedModel train(TrainingSet set) {
        return trainModel.train(set, TrainingSettings.standard());
    }
}
