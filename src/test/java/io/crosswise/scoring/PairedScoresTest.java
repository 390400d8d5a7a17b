package io.crosswise.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.scoring.Comparison.Difference;
import io.crosswise.scoring.Comparison.Shadow;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedScoresTest {
    @Test
    void theAreaCountsPairsInTheRightOrderAndTiesHalf() {
        Shadow shadow = new PairedScores(
                        new double[] {0.1, 0.4, 0.35, 0.8},
                        new double[] {0.1, 0.4, 0.4, 0.8},
                        new boolean[] {false, false, true, true})
                .compare();

        assertThat(shadow.auc().champion()).isEqualTo(0.75);
        assertThat(shadow.auc().challenger()).isEqualTo(0.875);
        assertThat(shadow.auc().difference().value()).isCloseTo(0.125, within(1e-12));
        assertThat(shadow.logLoss().champion())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-12));
        assertThat(shadow.converted()).isEqualTo(2);
    }

    @Test
    void theSameScoresDoNotDiffer() {
        double[] scores = {0.2, 0.1, 0.6, 0.9, 0.4};
        Shadow shadow = new PairedScores(scores, scores, new boolean[] {true, false, false, true, false}).compare();

        assertThat(shadow.auc().difference().low()).isZero();
        assertThat(shadow.auc().difference().high()).isZero();
        assertThat(shadow.logLoss().difference().conclusive()).isFalse();
    }

    @Test
    void nothingIsComparedBeforeBothAnswersWereSeen() {
        double[] scores = {0.2, 0.1, 0.6};
        assertThat(new PairedScores(scores, scores, new boolean[] {false, false, false}).compare()).isNull();
        assertThat(new PairedScores(new double[0], new double[0], new boolean[0]).compare()).isNull();
    }

    /** The interval of a difference that is known to be 0 leaves it out in about one sample of twenty. */
    @Test
    void theIntervalsHoldTheTruthAsOftenAsTheySay() {
        Random chance = new Random(7);
        int auc = 0;
        int logLoss = 0;
        for (int sample = 0; sample < 1_000; sample++) {
            Shadow shadow = sample(chance, 300).compare();
            auc += holdsZero(shadow.auc().difference()) ? 1 : 0;
            logLoss += holdsZero(shadow.logLoss().difference()) ? 1 : 0;
        }
        assertThat(auc).isBetween(925, 975);
        assertThat(logLoss).isBetween(925, 975);
    }

    /** Two versions that see the truth equally well, each with a disturbance of its own and one they share. */
    private static PairedScores sample(Random chance, int size) {
        double[] first = new double[size];
        double[] second = new double[size];
        boolean[] converted = new boolean[size];
        for (int i = 0; i < size; i++) {
            double truth = chance.nextGaussian() - 1;
            double shared = 0.5 * chance.nextGaussian();
            converted[i] = chance.nextDouble() < logistic(truth);
            first[i] = logistic(truth + shared + 0.7 * chance.nextGaussian());
            second[i] = logistic(truth + shared + 0.7 * chance.nextGaussian());
        }
        return new PairedScores(first, second, converted);
    }

    private static double logistic(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    private static boolean holdsZero(Difference difference) {
        return difference.low() <= 0 && difference.high() >= 0;
    }
}
