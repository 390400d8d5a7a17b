package io.crosswise.experiment.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What happens to people who look every day: simulated experiments with a fixed seed. */
class PeekingTest {
    private static final int EXPERIMENTS = 2_000;
    private static final int DAYS = 60;
    private static final int UNITS_A_DAY = 40;
    private static final double ALPHA = 0.05;
    private static final double BASE = 0.08;

    @Test
    void lookingEveryDayFindsNoEffectWhereThereIsNoneInNineteenOfTwentyExperiments() {
        Tally rates = new Tally();
        for (int i = 0; i < EXPERIMENTS; i++) {
            Sample[] looks = daily(new SplittableRandom(i), BASE, BASE, 0.5);
            rates.count(looks, (treated, control) -> Difference.pValueOfRates(treated, control) <= ALPHA);
        }

        assertThat(rates.share()).as("share of A/A experiments in which some daily look found an effect").isLessThanOrEqualTo(0.05);
    }

    @Test
    void theTestOfAFixedHorizonLookedAtEveryDayFindsMany() {
        Tally rates = new Tally();
        for (int i = 0; i < EXPERIMENTS; i++) {
            rates.count(daily(new SplittableRandom(i), BASE, BASE, 0.5), PeekingTest::studentExcludesNothing);
        }

        assertThat(rates.share()).as("the same experiments, judged by a 95 % t interval every day").isGreaterThan(0.2);
    }

    @Test
    void aSmallHoldOutIsJudgedAsCarefully() {
        Tally rates = new Tally();
        for (int i = 0; i < EXPERIMENTS; i++) {
            rates.count(
                    daily(new SplittableRandom(10_000 + i), BASE, BASE, 0.95),
                    (treated, control) -> Difference.pValueOfRates(treated, control) <= ALPHA);
        }

        assertThat(rates.share()).isLessThanOrEqualTo(0.05);
    }

    @Test
    void skewedAmountsAreJudgedAsCarefully() {
        int found = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            found += amountsSeemToDiffer(new SplittableRandom(i)) ? 1 : 0;
        }

        assertThat(found / (double) EXPERIMENTS).isLessThanOrEqualTo(0.05);
    }

    @Test
    void anEffectThatIsThereIsFound() {
        Tally found = new Tally();
        for (int i = 0; i < 300; i++) {
            found.count(
                    daily(new SplittableRandom(i), BASE, 0.15, 0.5),
                    (treated, control) -> Difference.pValueOfRates(treated, control) <= ALPHA);
        }

        assertThat(found.share()).isGreaterThan(0.95);
    }

    @Test
    void theIntervalsOfAllDaysTogetherHoldTheTruth() {
        int missed = 0;
        int experiments = 400;
        double truth = 0.04;
        for (int i = 0; i < experiments; i++) {
            Sample[] looks = daily(new SplittableRandom(77_000 + i), BASE, BASE + truth, 0.5);
            boolean holds = true;
            for (int day = 4; day < DAYS; day += 5) {
                holds &= Difference.ofRates(looks[2 * day], looks[2 * day + 1], ALPHA).interval().holds(truth);
            }
            missed += holds ? 0 : 1;
        }

        assertThat(missed / (double) experiments).as("experiments in which some interval missed the truth").isLessThanOrEqualTo(0.05);
    }

    @Test
    void armsAsSharedAreNoMismatchHoweverOftenSomebodyLooks() {
        int alarms = 0;
        int losses = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            alarms += mismatch(new SplittableRandom(i), 1) ? 1 : 0;
            losses += i < 200 && mismatch(new SplittableRandom(i), 0.8) ? 1 : 0;
        }

        assertThat(alarms / (double) EXPERIMENTS).isLessThanOrEqualTo(0.01);
        assertThat(losses / 200.0).as("experiments that lose a fifth of one arm and are found out").isGreaterThan(0.95);
    }

    private static boolean mismatch(SplittableRandom random, double kept) {
        long[] units = new long[2];
        for (int day = 0; day < DAYS; day++) {
            for (int unit = 0; unit < UNITS_A_DAY; unit++) {
                boolean first = random.nextDouble() < 0.5;
                units[first ? 0 : 1] += first || random.nextDouble() < kept ? 1 : 0;
            }
            if (SampleRatio.pValue(units, new double[] {0.5, 0.5}) < 0.01) {
                return true;
            }
        }
        return false;
    }

    /** Sums after each day: treated and control in turn. */
    private static Sample[] daily(SplittableRandom random, double control, double treated, double treatedShare) {
        Sample[] looks = new Sample[2 * DAYS];
        long[] units = new long[2];
        long[] successes = new long[2];
        for (int day = 0; day < DAYS; day++) {
            for (int unit = 0; unit < UNITS_A_DAY; unit++) {
                int arm = random.nextDouble() < treatedShare ? 0 : 1;
                units[arm]++;
                successes[arm] += random.nextDouble() < (arm == 0 ? treated : control) ? 1 : 0;
            }
            looks[2 * day] = Sample.of(units[0], successes[0]);
            looks[2 * day + 1] = Sample.of(units[1], successes[1]);
        }
        return looks;
    }

    /** One unit in seven brings in an exponential amount of 200 euros in the mean, in either arm. */
    private static boolean amountsSeemToDiffer(SplittableRandom random) {
        Sample[] sums = {Sample.NONE, Sample.NONE};
        long[] nonZero = new long[2];
        for (int day = 0; day < DAYS; day++) {
            for (int unit = 0; unit < UNITS_A_DAY; unit++) {
                int arm = random.nextBoolean() ? 0 : 1;
                double value = random.nextInt(7) == 0 ? -200 * Math.log(1 - random.nextDouble()) : 0;
                sums[arm] = sums[arm].plus(new Sample(1, value, value * value));
                nonZero[arm] += value != 0 ? 1 : 0;
            }
            if (Difference.ofAmounts(sums[0], nonZero[0], sums[1], nonZero[1], ALPHA).pValue() <= ALPHA) {
                return true;
            }
        }
        return false;
    }

    /** The interval for one look at one fixed time, with the normal quantile. */
    private static boolean studentExcludesNothing(Sample treated, Sample control) {
        double error = Math.sqrt(treated.variance() / treated.units() + control.variance() / control.units());
        return treated.units() > 30 && Math.abs(treated.mean() - control.mean()) > 1.96 * error;
    }

    private interface Rule {
        boolean findsAnEffect(Sample treated, Sample control);
    }

    private static final class Tally {
        private int experiments;
        private int found;

        void count(Sample[] looks, Rule rule) {
            experiments++;
            for (int day = 0; day < DAYS; day++) {
                if (rule.findsAnEffect(looks[2 * day], looks[2 * day + 1])) {
                    found++;
                    return;
                }
            }
        }

        double share() {
            return found / (double) experiments;
        }
    }
}
