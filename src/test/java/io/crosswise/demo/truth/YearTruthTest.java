package io.crosswise.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.demo.DemoFiles;
import io.crosswise.demo.truth.GroundTruth.Chances;
import io.crosswise.demo.truth.YearParameters.Substitution;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearTruthTest {
    private static final YearParameters PARAMETERS = DemoFiles.year();
    private static final YearTruth BASE = truth("base");
    private static final Chances CHANCES = new Chances(new Probability(0.2), new Probability(0.05));

    @Test
    void everyChannelHasItsComplaintsAndEveryMarketItsOccasions() {
        assertThat(PARAMETERS.contacts().complaints()).containsOnlyKeys(ChannelCode.values());
        assertThat(PARAMETERS.contacts().declines()).containsOnlyKeys(ChannelCode.values());
        assertThat(PARAMETERS.occasionsPerYear(Market.B2C)).isCloseTo(4, within(0.5));
        assertThat(PARAMETERS.occasionsPerYear(Market.EBU)).isCloseTo(6, within(1.0));
        assertThat(PARAMETERS.variants())
                .containsOnlyKeys("base", "no-persuadables", "strong-cannibalisation", "random-responses");
    }

    @Test
    void whoWasContactedOftenListensLessAndBuysUnaskedAllTheSame() {
        assertThat(BASE.tired(CHANCES, 0).ifOffered().value()).isCloseTo(0.2, within(1e-12));
        assertThat(BASE.tired(CHANCES, 3).ifOffered()).isLessThan(BASE.tired(CHANCES, 1).ifOffered());
        assertThat(BASE.tired(CHANCES, 3).ifNotOffered()).isEqualTo(CHANCES.ifNotOffered());
    }

    @Test
    void aBundleIsWantedAsItsPartsAreOnTheAverage() {
        Chances rare = new Chances(new Probability(0.02), Probability.ZERO);

        assertThat(BASE.bundle(List.of(CHANCES))).isEqualTo(CHANCES.ifOffered());
        assertThat(BASE.bundle(List.of(CHANCES, rare)).value()).isBetween(0.02, 0.2);
        assertThat(BASE.bundle(List.of(CHANCES, CHANCES)).value()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void complaintsGrowWithContactsAndSleepingDogsBarkMost() {
        double calm = BASE.complains(ChannelCode.CALL_CENTRE, 0, Disposition.PERSUADABLE);

        assertThat(BASE.complains(ChannelCode.CALL_CENTRE, 2, Disposition.PERSUADABLE)).isGreaterThan(2 * calm);
        assertThat(BASE.complains(ChannelCode.CALL_CENTRE, 0, Disposition.SLEEPING_DOG)).isCloseTo(3 * calm, within(1e-9));
        assertThat(BASE.complains(ChannelCode.CALL_CENTRE, 40, Disposition.SLEEPING_DOG)).isEqualTo(1);
        assertThat(BASE.complains(ChannelCode.SELF_CARE, 4, Disposition.SLEEPING_DOG)).isZero();
    }

    @Test
    void aComplaintLeavesAScarAndServicesHoldOnlyByHalf() {
        Probability few = new Probability(0.2);
        Probability many = new Probability(0.1);

        assertThat(BASE.leaves(few, few, 0).value()).isCloseTo(0.2, within(1e-9));
        assertThat(BASE.leaves(many, few, 0).value()).isBetween(0.11, 0.19);
        assertThat(BASE.leaves(few, few, 1)).isGreaterThan(few);
        assertThat(YearTruth.within(365.25, few, 1)).isCloseTo(0.2, within(1e-9));
        assertThat(YearTruth.within(365.25 / 12, few, 0)).isZero();
    }

    @Test
    void substitutionFollowsItsProbabilityAndStrongCannibalisationTrebles() {
        Substitution pair = BASE.substitutions(Market.B2C, ServiceCategory.ADDITIONAL_LINE).get(0);

        assertThat(share(BASE, pair)).isCloseTo(pair.probability(), within(0.02));
        assertThat(share(truth("strong-cannibalisation"), pair)).isCloseTo(3 * pair.probability(), within(0.02));
        assertThat(BASE.substitutions(Market.EBU, ServiceCategory.TV)).isEmpty();
    }

    @Test
    void variantsChangeWhatTheyName() {
        TruthParameters market = DemoFiles.truth();

        assertThat(PARAMETERS.variant("base").of(market)).isEqualTo(market);
        assertThat(PARAMETERS.variant("no-persuadables").of(market).dispositions().get(Disposition.PERSUADABLE).weight())
                .isZero();
        assertThat(truth("random-responses").offersMatter()).isFalse();
        assertThat(truth("random-responses").complains(ChannelCode.CALL_CENTRE, 5, Disposition.SLEEPING_DOG)).isZero();
        assertThatThrownBy(() -> PARAMETERS.variant("wishful")).hasMessageContaining("wishful");
    }

    @Test
    void everySeedDrawsAnewAndTheSameSeedTheSame() {
        YearTruth other = new YearTruth(2, PARAMETERS, PARAMETERS.variant("base"));

        assertThat(BASE.draw("answer", "C-000001")).isEqualTo(truth("base").draw("answer", "C-000001"));
        assertThat(BASE.draw("answer", "C-000001")).isNotEqualTo(other.draw("answer", "C-000001"));
    }

    private static double share(YearTruth truth, Substitution pair) {
        return IntStream.range(0, 5_000).filter(i -> truth.givesWay(new CustomerId("X-" + i), pair)).count() / 5_000.0;
    }

    private static YearTruth truth(String variant) {
        return new YearTruth(1, PARAMETERS, PARAMETERS.variant(variant));
    }
}
