package io.crosswise.approval;

import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.approval.Review.Approved;
import io.crosswise.approval.Review.Code;
import io.crosswise.approval.Review.Declined;
import io.crosswise.approval.Review.NeedsApprover;
import io.crosswise.approval.Review.Refused;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** The offer stands at a discount of 5, at most 12; a manager may agree to 10 alone. */
class ReviewApprovalTest {
    private static final DecisionWithState OFFER = aDecision().in(OfferState.AWAITING_APPROVAL).withState();
    private static final Set<String> MANAGER = Set.of("manager");
    private static final Set<String> APPROVER = Set.of("approver");

    private final ReviewApproval reviewApproval = new ReviewApproval(ApprovalSettings.DEFAULTS);

    @Test
    void approvesAsItStands() {
        assertThat(approve(null, "mia", MANAGER)).isEqualTo(new Approved(Money.euros("5"), false));
        assertThat(approve("5.00", "mia", MANAGER)).isEqualTo(new Approved(Money.euros("5"), false));
    }

    @Test
    void approvesAChangedDiscountWithinThePersonsLimit() {
        assertThat(approve("10.00", "mia", MANAGER)).isEqualTo(new Approved(Money.euros("10"), true));
        assertThat(approve("0", "mia", MANAGER)).isEqualTo(new Approved(Money.ZERO, true));
    }

    @Test
    void asksAnApproverAboveThePersonsLimit() {
        assertThat(approve("10.01", "mia", MANAGER)).isEqualTo(new NeedsApprover(Money.euros("10.01"), "mia"));
        assertThat(approve("12", "ada", APPROVER)).isEqualTo(new Approved(Money.euros("12"), true));
    }

    @Test
    void refusesADiscountOutsideTheOffersLimitsWhoeverAsks() {
        assertThat(code(approve("12.01", "ada", APPROVER))).isEqualTo(Code.DISCOUNT_OUT_OF_RANGE);
        assertThat(code(approve("-0.01", "mia", MANAGER))).isEqualTo(Code.DISCOUNT_OUT_OF_RANGE);
        assertThat(code(approve("-0.001", "mia", MANAGER))).isEqualTo(Code.DISCOUNT_NOT_IN_CENTS);
        assertThat(code(approve("1e9", "mia", MANAGER))).isEqualTo(Code.DISCOUNT_OUT_OF_RANGE);
        assertThat(((Refused) approve("13", "mia", MANAGER)).text())
                .isEqualTo("The discount lies between 0.00 and 12.00 euros a month");
    }

    @Property
    void neverLetsADiscountOutsideTheLimitsThrough(
            @ForAll @BigRange(min = "-100", max = "100") @Scale(2) BigDecimal discount, @ForAll boolean approver) {
        Review review = reviewApproval.review(
                OFFER, Answer.APPROVE, discount, null, "mia", approver ? APPROVER : MANAGER);

        boolean inRange = discount.signum() >= 0 && discount.compareTo(new BigDecimal("12")) <= 0;
        boolean withinOwnLimit = approver || discount.compareTo(new BigDecimal("10")) <= 0;
        assertThat(review instanceof Approved).isEqualTo(inRange && withinOwnLimit);
        assertThat(review instanceof Refused).isEqualTo(!inRange);
    }

    @Test
    void letsNobodyApproveTheirOwnRequest() {
        Review own = reviewApproval.review(
                OFFER, Answer.APPROVE, null, null, "mia", Set.of("manager", "approver", "admin"), "mia");
        Review other = reviewApproval.review(OFFER, Answer.APPROVE, null, null, "ada", APPROVER, "mia");

        assertThat(code(own)).isEqualTo(Code.OWN_REQUEST);
        assertThat(other).isEqualTo(new Approved(Money.euros("5"), false));
    }

    @Test
    void declinesOnlyWithAReason() {
        assertThat(decline("  Has just signed elsewhere ")).isEqualTo(new Declined("Has just signed elsewhere"));
        assertThat(code(decline(null))).isEqualTo(Code.REASON_MISSING);
        assertThat(code(decline("  "))).isEqualTo(Code.REASON_MISSING);
        assertThat(code(decline("x".repeat(501)))).isEqualTo(Code.REASON_TOO_LONG);
    }

    @Test
    void refusesWithoutAnAnswer() {
        assertThat(code(reviewApproval.review(OFFER, null, null, "why", "mia", MANAGER))).isEqualTo(Code.ANSWER_MISSING);
    }

    @Test
    void refusesAnOfferThatWaitsForNoApproval() {
        for (OfferState state : OfferState.values()) {
            if (state != OfferState.AWAITING_APPROVAL) {
                Review review = reviewApproval.review(
                        aDecision().in(state).withState(), Answer.APPROVE, null, null, "mia", MANAGER);
                assertThat(code(review)).isEqualTo(Code.NOT_AWAITING_APPROVAL);
            }
        }
    }

    @Test
    void refusesANegativeLimit() {
        assertThatThrownBy(() -> new ApprovalSettings(Money.euros("-1"))).isInstanceOf(IllegalArgumentException.class);
    }

    private Review approve(String discount, String user, Set<String> groups) {
        return reviewApproval.review(
                OFFER, Answer.APPROVE, discount == null ? null : new BigDecimal(discount), null, user, groups);
    }

    private Review decline(String reason) {
        return reviewApproval.review(OFFER, Answer.DECLINE, null, reason, "mia", MANAGER);
    }

    private static Code code(Review review) {
        return ((Refused) review).code();
    }
}
