package io.crosswise.policy;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.TODAY;
import static io.crosswise.testing.CustomerBuilder.aCompany;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.CustomerBuilder.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.Candidate.Kind;
import io.crosswise.candidate.Loss;
import io.crosswise.candidate.Share;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.CustomerBuilder;
import io.crosswise.testing.Tables;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SubstitutionMatrixTest {
    private static final Holding PLAN = holding("PLAN", ServiceCategory.MOBILE, 2);
    private static final Candidate LINE = aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).build();

    @Test
    void theTableChargesAnAdditionalLineWithItsShareOfThePlan() {
        Candidate charged = byHand(aCustomer()).charge(List.of(LINE), List.of(PLAN)).get(0);

        assertThat(charged.losses()).hasSize(1);
        Loss loss = charged.losses().get(0);
        assertThat(loss.monthly()).isEqualTo(Money.euros("1.20"));
        assertThat(loss.share()).isEqualTo(Share.byHand(0.15));
        assertThat(loss.reason()).extracting(Reason::code, Reason::stage, Reason::rule)
                .containsExactly("LINE_TAKES_MOBILE_USAGE", Stage.CANNIBALISATION, "substitution_lineTakesMobile");
        assertThat(loss.reason().text()).endsWith("Costs 1.20 EUR a month on PLAN (a share of 15 % set by hand).");
    }

    @Test
    void companiesHaveSharesOfTheirOwn() {
        Candidate things = aCandidate("IOT", ServiceCategory.IOT_M2M).build();
        Holding lines = holding("LINES", ServiceCategory.ADDITIONAL_LINE, 1);

        assertThat(byHand(aCompany()).charge(List.of(things), List.of(lines)).get(0).cannibalisedMargin())
                .isEqualTo(Money.euros("1.60"));
        assertThat(byHand(aCustomer()).charge(List.of(things), List.of(lines)).get(0).losses()).isEmpty();
    }

    @Test
    void anUpgradeAndWhatWasRefusedAreNotCharged() {
        Candidate upgrade = aCandidate("LINE", ServiceCategory.ADDITIONAL_LINE).as(Kind.UPSELL).build();
        Candidate refused = LINE.rejected(new Reason("X", Stage.ELIGIBILITY, null, "No."));

        assertThat(byHand(aCustomer()).charge(List.of(upgrade, refused), List.of(PLAN))).containsExactly(upgrade, refused);
    }

    @Test
    void aMarginThatIsNotKnownOrNegativeCannotBeLost() {
        Holding unknown = new Holding("PLAN", ServiceCategory.MOBILE, 2, null, null, null, null);
        Holding losing = new Holding("PLAN", ServiceCategory.MOBILE, 2, null, Money.euros("-1"), null, null);

        assertThat(byHand(aCustomer()).charge(List.of(LINE), List.of(unknown))).containsExactly(LINE);
        assertThat(byHand(aCustomer()).charge(List.of(LINE), List.of(losing))).containsExactly(LINE);
    }

    @Test
    void whatWasLearnedTakesThePlaceOfWhatWasSetByHandAndTheLossSaysSo() {
        Share learned = Share.learned(0.4, 0.31, 0.49);

        Candidate charged = byHand(aCustomer())
                .learning(List.of(pair(ServiceCategory.ADDITIONAL_LINE, ServiceCategory.MOBILE, learned)))
                .charge(List.of(LINE), List.of(PLAN))
                .get(0);

        assertThat(charged.cannibalisedMargin()).isEqualTo(Money.euros("3.20"));
        assertThat(charged.losses().get(0).share()).isEqualTo(learned);
        assertThat(charged.losses().get(0).reason().text()).endsWith("(a share of 40 % learned, 95 % between 31 % and 49 %).");
    }

    @Test
    void anEstimateBelowZeroChargesNothing() {
        assertThat(byHand(aCustomer())
                        .learning(List.of(
                                pair(ServiceCategory.ADDITIONAL_LINE, ServiceCategory.MOBILE, Share.learned(-0.1, -0.2, 0))))
                        .charge(List.of(LINE), List.of(PLAN)))
                .containsExactly(LINE);
    }

    @Property(tries = 200)
    void aServiceHeldIsChargedOnceWithTheLargestShareAndNeverMoreThanItEarns(
            @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0, max = 1) Double> shares) {
        Candidate charged = LINE;
        for (double share : shares) {
            charged = charged.losing(Loss.of("PLAN", Money.euros("8"), Share.byHand(share), reason("R" + share)));
        }

        double largest = shares.stream().mapToDouble(share -> share).max().orElseThrow();
        assertThat(charged.losses()).hasSizeLessThanOrEqualTo(1);
        assertThat(charged.cannibalisedMargin())
                .isEqualTo(Money.euros("8").times(largest))
                .isLessThanOrEqualTo(Money.euros("8"));
    }

    @Test
    void aTableWithAShareAboveOneIsBroken() {
        TableRow row = new TableRow(
                "substitution", "row", "Fr. || En.", Map.of("newService", "TV", "heldService", "HBB", "share", 1.2));

        assertThatThrownBy(() -> SubstitutionTable.read(List.of(row))).isInstanceOf(BrokenTable.class).hasMessageContaining("share");
    }

    private static SubstitutionMatrix byHand(CustomerBuilder customer) {
        CustomerFacts facts = CustomerFacts.of(customer.build(), null, null, null, TODAY);
        return SubstitutionTable.read(Tables.evaluate("substitution", Map.of("customer", facts)));
    }

    private static Substitution pair(ServiceCategory added, ServiceCategory held, Share share) {
        return new Substitution(added, held, share, reason("learned"));
    }

    private static Reason reason(String rule) {
        return new Reason("CODE", Stage.CANNIBALISATION, rule, "Pourquoi. || Why.");
    }
}
