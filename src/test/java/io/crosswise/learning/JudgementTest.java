package io.crosswise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final boolean[] LABELS = {true, false, true, false};

    @Test
    void aucIsTheShareOfPairsInTheRightOrder() {
        assertThat(Judgement.auc(new double[] {0.9, 0.1, 0.8, 0.2}, LABELS)).isEqualTo(1);
        assertThat(Judgement.auc(new double[] {0.1, 0.9, 0.2, 0.8}, LABELS)).isZero();
        assertThat(Judgement.auc(new double[] {0.9, 0.5, 0.4, 0.2}, LABELS)).isEqualTo(0.75);
    }

    @Test
    void aucCountsATieHalf() {
        assertThat(Judgement.auc(new double[] {0.5, 0.5, 0.5, 0.5}, LABELS)).isEqualTo(0.5);
        assertThat(Judgement.auc(new double[] {0.9, 0.5, 0.5, 0.2}, LABELS)).isEqualTo(0.875);
    }

    @Test
    void precisionLooksAtTheBestScoresOnly() {
        double[] scores = {0.9, 0.8, 0.3, 0.2};
        assertThat(Judgement.precisionAtTop(0.25, scores, LABELS)).isEqualTo(1);
        assertThat(Judgement.precisionAtTop(0.5, scores, LABELS)).isEqualTo(0.5);
    }

    @Test
    void precisionSharesATieAtTheCut() {
        assertThat(Judgement.precisionAtTop(0.25, new double[] {0.5, 0.5, 0.5, 0.5}, LABELS)).isEqualTo(0.5);
    }

    @Test
    void logLossIsTheMeanNegativeLogLikelihood() {
        double expected = -(Math.log(0.8) + Math.log(0.6)) / 2;
        assertThat(Judgement.logLoss(new double[] {0.8, 0.4}, new boolean[] {true, false}))
                .isCloseTo(expected, within(1e-12));
        assertThat(Judgement.logLoss(new double[] {0}, new boolean[] {true})).isFinite();
    }
}
