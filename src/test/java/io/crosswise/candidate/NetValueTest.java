package io.crosswise.candidate;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import org.junit.jupiter.api.Test;

/** Numbers computed by hand. */
class NetValueTest {
    private static final Reason WHY = new Reason("N", Stage.CANNIBALISATION, "A rule", "Note.");

    @Test
    void anOfferIsWorthItsMarginLessWhatComesAnywayIsLostIsDiscountedAndIsSpent() {
        // 16 a month over 24 months is 384: 20 % of it gained, 5 % anyway. The 15 points it adds lose 2 a month each: 7.20.
        // A fifth gets 1.50 a month off: 7.20.
        NetValue value = NetValue.of(
                aCandidate().costing("40", "16").accepted(0.20, 0.05).discounted("1.50").build().losing(loss("8", 0.25)),
                24,
                Money.euros("6"));

        assertThat(value).isEqualTo(new NetValue(
                Money.euros("76.80"), Money.euros("19.20"), Money.euros("7.20"), Money.euros("7.20"), Money.euros("6.00")));
        assertThat(value.total()).isEqualTo(Money.euros("37.20"));
    }

    @Test
    void theDaysOfATrialAreNotPaidFor() {
        // 4 a month over 12 months is 48, less a month and a half at 10 - 1: 34.50. Half of it gained, a tenth anyway, half of 12 off.
        NetValue value = NetValue.of(
                aCandidate().costing("10", "4").accepted(0.5, 0.1).discounted("1").triedFor(45).build(), 12, Money.ZERO);

        assertThat(value).isEqualTo(
                new NetValue(Money.euros("17.25"), Money.euros("3.45"), Money.ZERO, Money.euros("6.00"), Money.ZERO));
        assertThat(value.total()).isEqualTo(Money.euros("7.80"));
    }

    @Test
    void whatTakesMoreFromServicesHeldThanItEarnsIsWorthLessThanNothing() {
        // 0.3 * 3 * 24 = 21.60 gained, but 0.3 * 5.60 * 24 = 40.32 lost.
        NetValue value =
                NetValue.of(aCandidate().costing("7", "3").accepted(0.3, 0).build().losing(loss("8", 0.7)), 24, Money.euros("0.05"));

        assertThat(value.total()).isEqualTo(Money.euros("-18.77"));
        assertThat(value.inEnglish(24)).isEqualTo("Over 24 months it gains 21.60 EUR of margin, but 0.00 EUR would come anyway, "
                + "40.32 EUR is lost on services held, 0.00 EUR is discount and 0.05 EUR the contact: -18.77 EUR.");
    }

    @Test
    void whoBuysLessWhenAskedTakesNothingFromServicesHeld() {
        NetValue value = NetValue.of(aCandidate().accepted(0.1, 0.2).build().losing(loss("8", 0.5)), 24, Money.ZERO);

        assertThat(value.cannibalised()).isEqualTo(Money.ZERO);
        assertThat(value.total()).isEqualTo(Money.euros("-38.40"));
    }

    private static Loss loss(String margin, double share) {
        return Loss.of("PLAN", Money.euros(margin), Share.byHand(share), WHY);
    }
}
