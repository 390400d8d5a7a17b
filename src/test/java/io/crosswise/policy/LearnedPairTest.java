package io.crosswise.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.candidate.Share;
import io.crosswise.policy.SubstitutionEvidence.Pair;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnedPairTest {
    @Test
    void theShareIsTheMarginLostPerSaleThatAskingBrought() {
        // Asked: 30 % have the line, 9 % of the plans' margin went. Held out: 10 % and 5 %.
        LearnedPair pair = learned(once(10_000, 3_000, 900, 900, 500), once(1_000, 100, 50, 50, 20));

        assertThat(pair.sales()).isEqualTo(0.2);
        assertThat(pair.estimate()).isEqualTo(0.2);
        // Variance of (lost - 0.2 taken) / n in each arm, over the square of the sales.
        double asked = ((900 - 0.4 * 500 + 0.04 * 3_000) / 10_000 - Math.pow(0.09 - 0.06, 2)) / 9_999;
        double heldOut = ((50 - 0.4 * 20 + 0.04 * 100) / 1_000 - Math.pow(0.05 - 0.02, 2)) / 999;
        double half = 1.959964 * Math.sqrt(asked + heldOut) / 0.2;
        assertThat(pair.low()).isEqualTo(0.2 - half, within(1e-6));
        assertThat(pair.high()).isEqualTo(0.2 + half, within(1e-6));
        assertThat(pair.usable()).isTrue();
    }

    @Test
    void whereAskingBroughtNoSaleNothingIsLearned() {
        LearnedPair pair = learned(once(10_000, 1_010, 500, 500, 50), once(1_000, 100, 50, 50, 5));

        assertThat(pair.estimate()).isNull();
        assertThat(pair.usable()).isFalse();
    }

    @Test
    void whereFewWereHeldOutWhatIsLearnedIsShownAndNotCharged() {
        LearnedPair pair = learned(once(1_000, 900, 90, 90, 80), once(99, 5, 1, 1, 0));

        assertThat(pair.estimate()).isNotNull();
        assertThat(pair.usable()).isFalse();
    }

    @Test
    void aWideIntervalIsNotCharged() {
        LearnedPair pair = learned(once(5_000, 700, 500, 500, 60), once(400, 25, 40, 40, 3));

        assertThat(pair.high() - pair.low()).isGreaterThan(0.5);
        assertThat(pair.usable()).isFalse();
    }

    @Test
    void anEmptyArmTeachesNothing() {
        assertThat(learned(once(1_000, 100, 5, 5, 1), once(0, 0, 0, 0, 0)).usable()).isFalse();
    }

    @Test
    void theIntervalHoldsTheTruthInAboutNineteenOfTwentyMarkets() {
        int held = 0;
        for (int market = 0; market < 400; market++) {
            Random luck = new Random(market);
            LearnedPair pair = learned(arm(luck, 4_000, 0.30), arm(luck, 800, 0.10));
            held += pair.low() <= 0.3 && 0.3 <= pair.high() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.92, 0.98);
    }

    @Test
    void whatIsLearnedNamesBothArmsAndItsInterval() {
        Substitution substitution =
                learned(once(10_000, 3_000, 900, 900, 500), once(1_000, 100, 50, 50, 20)).substitution();

        assertThat(substitution.share().source()).isEqualTo(Share.Source.LEARNED);
        assertThat(substitution.reason().text()).endsWith("(10000 / 1000).");
        assertThat(substitution.share().inEnglish()).isEqualTo("a share of 20 % learned, 95 % between 13 % and 27 %");
    }

    @Test
    void theVersionFollowsFromWhatWasLearnedAndNotFromTheOrder() {
        LearnedPair one = learned(once(10_000, 3_000, 900, 900, 500), once(1_000, 100, 50, 50, 20));
        LearnedPair other = LearnedPair.of(
                new Pair(Market.EBU, ServiceCategory.TV, ServiceCategory.HBB, once(9, 1, 1, 1, 1), once(9, 1, 1, 1, 1)));

        assertThat(LearnedSubstitutions.of(null, List.of(one, other)))
                .isEqualTo(LearnedSubstitutions.of(null, List.of(other, one)));
        assertThat(LearnedSubstitutions.of(null, List.of(one)).version()).isNotEqualTo(LearnedSubstitutions.NONE.version());
    }

    @Test
    void askingTheSameCustomersTwiceTeachesNoMore() {
        LearnedPair once = learned(once(10_000, 3_000, 900, 900, 500), once(1_000, 100, 50, 50, 20));
        LearnedPair twice = learned(
                new Arm(10_000, 20_000, 6_000, 1_800, 40_000, 12_000, 3_600, 12_000, 3_600, 2_000),
                new Arm(1_000, 2_000, 200, 100, 4_000, 400, 200, 400, 200, 80));

        assertThat(twice).isEqualTo(once);
    }

    /** Everybody was asked once. */
    private static Arm once(long customers, double taken, double lost, double lostSquared, double lostWhereTaken) {
        return new Arm(customers, customers, taken, lost, customers, taken, lostSquared, taken, lost, lostWhereTaken);
    }

    /** Some lose the plan anyway; of those who take the line, three in ten lose it because of that. */
    private static Arm arm(Random luck, int customers, double takes) {
        int taken = 0;
        int lost = 0;
        int both = 0;
        for (int customer = 0; customer < customers; customer++) {
            boolean takesIt = luck.nextDouble() < takes;
            boolean losesIt = luck.nextDouble() < 0.05 || (takesIt && luck.nextDouble() < 0.3 / 0.95);
            taken += takesIt ? 1 : 0;
            lost += losesIt ? 1 : 0;
            both += takesIt && losesIt ? 1 : 0;
        }
        return once(customers, taken, lost, lost, both);
    }

    private static LearnedPair learned(Arm treated, Arm heldOut) {
        return LearnedPair.of(new Pair(Market.B2C, ServiceCategory.ADDITIONAL_LINE, ServiceCategory.MOBILE, treated, heldOut));
    }
}
