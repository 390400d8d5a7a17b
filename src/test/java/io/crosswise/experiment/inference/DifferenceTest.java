package io.crosswise.experiment.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void theGammaFunctionIsThatOfTheTables() {
        assertThat(LogGamma.of(1)).isCloseTo(0, within(1e-12));
        assertThat(LogGamma.of(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-12));
        assertThat(LogGamma.of(11)).isCloseTo(Math.log(3_628_800), within(1e-12));
        assertThat(LogGamma.of(1e6)).isCloseTo(12_815_504.569147611, within(1e-6));
    }

    /** The mean of the evidence over everything that can be seen is 1: it is a martingale from 1. */
    @Property(tries = 50)
    void evidenceAgainstTheTruthIsOneInTheMean(@ForAll @IntRange(min = 1, max = 40) int units, @ForAll @IntRange(min = 1, max = 99) int percent) {
        double p = percent / 100.0;
        double mean = 0;
        for (int successes = 0; successes <= units; successes++) {
            double chance = Math.exp(-LogGamma.beta(successes + 1, units - successes + 1) - Math.log(units + 1))
                    * Math.pow(p, successes)
                    * Math.pow(1 - p, units - successes);
            mean += chance * Math.exp(new RateMixture(Sample.of(units, successes)).logEvidence(p));
        }

        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 100)
    void theIntervalHoldsWhatWasSeenAndAgreesWithThePValue(
            @ForAll @IntRange(min = 1, max = 500) int units, @ForAll @IntRange(min = 0, max = 500) int bought, @ForAll @IntRange(min = 0, max = 500) int boughtAnyway) {
        Sample treated = Sample.of(units, Math.min(units, bought));
        Sample control = Sample.of(units, Math.min(units, boughtAnyway));

        Difference difference = Difference.ofRates(treated, control, 0.05);

        assertThat(difference.interval().holds(difference.value())).isTrue();
        assertThat(difference.interval().low()).isBetween(-1.0, 1.0);
        assertThat(difference.isOpen()).isEqualTo(difference.pValue() > 0.05);
    }

    @Test
    void nothingIsKnownOfNobody() {
        Difference difference = Difference.ofRates(Sample.NONE, Sample.of(10, 5), 0.05);

        assertThat(difference.interval()).isEqualTo(new Interval(-1, 1));
        assertThat(difference.pValue()).isEqualTo(1);
    }

    @Test
    void fewAmountsBoundNothing() {
        Difference difference = Difference.ofAmounts(new Sample(100, 4_000, 1e6), 49, new Sample(100, 0, 0), 0, 0.05);

        assertThat(difference.interval()).isEqualTo(Interval.ANYTHING);
        assertThat(difference.isOpen()).isTrue();
    }

    /** Written out with the letters of the paper. */
    @Test
    void theAsymptoticSequenceIsTheFormulaOfItsPaper() {
        Sample treated = Sample.of(10_000, 1_200);
        Sample control = Sample.of(10_000, 1_000);
        double n = 20_000;
        double rho = (-2 * Math.log(0.05) + Math.log(-2 * Math.log(0.05)) + 1) / 5_000;
        double sigma = Math.sqrt(n * (0.12 * 0.88 / 10_000 + 0.1 * 0.9 / 10_000));
        double half = sigma * Math.sqrt(2 * (n * rho + 1) / (n * n * rho) * Math.log(Math.sqrt(n * rho + 1) / 0.05));

        Interval interval = new AsymptoticMeans(treated, control).interval(0.05);

        assertThat(interval.low()).isCloseTo(0.02 - half, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.02 + half, within(1e-9));
    }
}
