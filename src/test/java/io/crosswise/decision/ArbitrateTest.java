package io.crosswise.decision;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ArbitrateTest {
    private static final DecisionSettings SETTINGS = new DecisionSettings(
            24, 0.05, Map.of(ChannelCode.EMAIL, Money.euros("0.50"), ChannelCode.CALL_CENTRE, Money.euros("6")), Duration.ofDays(14), 0.2);
    private static final List<ChannelCode> ANY = List.of(ChannelCode.CALL_CENTRE, ChannelCode.EMAIL);
    private static final Reason NOTE = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");
    private final Arbitrate arbitrate = new Arbitrate();

    @Test
    void anOfferIsWorthTheMarginItAddsOverTheHorizonLessAllItCosts() {
        Candidate candidate = aCandidate().costing("40", "16").accepted(0.2, 0.05).discounted("2").build()
                .cannibalising(Money.euros("1"), NOTE);

        // (0.20 - 0.05) * 16 * 24 - 0.20 * 1 * 24 - 0.20 * 2 * 24 - 0.50
        assertThat(arbitrate(ANY, candidate).get(0).expectedValue()).isEqualTo(Money.euros("42.70"));
    }

    @Test
    void theCheapestChannelThatIsAllowedIsCounted() {
        assertThat(arbitrate(List.of(ChannelCode.CALL_CENTRE), aCandidate().build()).get(0).expectedValue())
                .isEqualTo(Money.euros("51.60"));
        assertThat(arbitrate(List.of(ChannelCode.CALL_CENTRE, ChannelCode.SELF_CARE), aCandidate().build())
                        .get(0)
                        .expectedValue())
                .isEqualTo(Money.euros("57.60"));
    }

    @Test
    void whatIsWorthNothingIsRefusedWithTheEurosShown() {
        Candidate boughtAnyway = aCandidate().accepted(0.3, 0.3).build();

        Candidate judged = arbitrate(ANY, boughtAnyway).get(0);

        assertThat(judged.expectedValue()).isEqualTo(Money.euros("-0.50"));
        assertThat(reason(judged).code()).isEqualTo("NEGATIVE_VALUE");
        assertThat(reason(judged).text()).isEqualTo("Offering it is worth -0.50 EUR over 24 months.");
    }

    @Test
    void aValueOfExactlyZeroIsNoReasonToSpeak() {
        assertThat(arbitrate(List.of(ChannelCode.SELF_CARE), aCandidate().accepted(0.3, 0.3).build())).noneMatch(Candidate::isAllowed);
    }

    @Test
    void withoutAnAllowedChannelNothingIsOffered() {
        assertThat(reason(arbitrate(List.of(), aCandidate().build()).get(0)).code()).isEqualTo("NO_CHANNEL_ALLOWED");
    }

    @Test
    void theMostValuableComesFirstAndRefusedOnesLast() {
        Candidate refused = aCandidate("A", ServiceCategory.TV).accepted(0.9, 0).build().rejected(NOTE);
        Candidate good = aCandidate("B", ServiceCategory.TV).accepted(0.3, 0).build();
        Candidate better = aCandidate("C", ServiceCategory.TV).accepted(0.4, 0).build();

        assertThat(arbitrate(ANY, refused, good, better)).extracting(Candidate::offer).containsExactly("C", "B", "A");
    }

    @Property(tries = 100)
    void tiesBreakByCodeWhateverTheOrderTheyCameIn(@ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(List.of(
                aCandidate("A", ServiceCategory.TV).build(),
                aCandidate("B", ServiceCategory.TV).build(),
                aCandidate("C", ServiceCategory.TV).build(),
                aCandidate("D", ServiceCategory.TV).build().rejected(NOTE)));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(arbitrate.arbitrate(shuffled, ANY, null, Levers.NONE, SETTINGS)).extracting(Candidate::offer).containsExactly("A", "B", "C", "D");
    }

    @Test
    void anOfferThatMakesBuyingLessLikelyIsASleepingDogs() {
        assertThat(reason(arbitrate(ANY, aCandidate().accepted(0.1, 0.125).build()).get(0)))
                .isEqualTo(new Reason(
                        "SLEEPING_DOG", Stage.ARBITRATION, null, "Offering it makes a purchase less likely, by 2.5 points."));
    }

    @Test
    void aDiscountCostsNoMoreThanTheCustomersValueAllows() {
        Candidate modest = aCandidate().discounted("2").build();

        Candidate affordable = arbitrate.arbitrate(List.of(modest), ANY, Money.euros("72"), Levers.NONE, SETTINGS).get(0);
        Candidate tooDear = arbitrate.arbitrate(List.of(modest), ANY, Money.euros("24"), Levers.NONE, SETTINGS).get(0);

        assertThat(affordable.isAllowed()).isTrue();
        assertThat(affordable.maxDiscount()).isEqualTo(Money.euros("3"));
        assertThat(reason(tooDear).code()).isEqualTo("INVESTMENT_LIMIT");
        assertThat(reason(tooDear).text()).contains("2.00 EUR a month").contains("1.00 EUR");
    }

    @Test
    void aLeverMovesAnOfferAheadButNotItsValue() {
        Candidate good = aCandidate("B", ServiceCategory.TV).accepted(0.3, 0).build();
        Candidate better = aCandidate("C", ServiceCategory.HBB).accepted(0.4, 0).build();
        Levers levers = new Levers(List.of(new Lever("TV", 1.5, NOTE)));

        List<Candidate> ranked = arbitrate.arbitrate(List.of(good, better), ANY, null, levers, SETTINGS);

        assertThat(ranked).extracting(Candidate::offer).containsExactly("B", "C");
        assertThat(ranked.get(0).expectedValue()).isEqualTo(Money.euros("114.70"));
    }

    @Test
    void theValueShowsWhatItIsMadeOf() {
        NetValue value = arbitrate(ANY, aCandidate().costing("40", "16").accepted(0.2, 0.05).discounted("2").build()
                        .cannibalising(Money.euros("1"), NOTE))
                .get(0)
                .value();

        assertThat(value).isEqualTo(new NetValue(
                Money.euros("76.80"), Money.euros("19.20"), Money.euros("4.80"), Money.euros("9.60"), Money.euros("0.50")));
    }

    private List<Candidate> arbitrate(List<ChannelCode> channels, Candidate... candidates) {
        return arbitrate.arbitrate(List.of(candidates), channels, null, Levers.NONE, SETTINGS);
    }

    private static Reason reason(Candidate candidate) {
        assertThat(candidate.verdict()).isInstanceOf(Rejected.class);
        return ((Rejected) candidate.verdict()).reason();
    }
}
