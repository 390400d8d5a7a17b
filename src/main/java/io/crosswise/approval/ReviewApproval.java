package io.crosswise.approval;

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

/** Judges what a person submitted at an approval task; the limits hold whatever the form let through. */
public class ReviewApproval {
    private static final int MAX_REASON = 500;
    private static final Set<String> APPROVERS = Set.of("approver", "admin");

    private final ApprovalSettings settings;

    public ReviewApproval(ApprovalSettings settings) {
        this.settings = settings;
    }

    /** A first review: the offer was proposed by the process, not by a person. */
    public Review review(
            DecisionWithState decision, Answer answer, BigDecimal discount, String reason, String user, Set<String> groups) {
        return review(decision, answer, discount, reason, user, groups, null);
    }

    /**
     * @param discount euros per month, null keeps it as it stands
     * @param groups of the user
     * @param requestedBy who asked for the discount as it stands, null when nobody did; that person cannot agree to it
     */
    public Review review(
            DecisionWithState decision,
            Answer answer,
            BigDecimal discount,
            String reason,
            String user,
            Set<String> groups,
            String requestedBy) {
        if (decision.state() != OfferState.AWAITING_APPROVAL) {
            return Refused.of(Code.NOT_AWAITING_APPROVAL, "The offer is %s and waits for no approval", decision.state());
        }
        if (answer == null) {
            return Refused.of(Code.ANSWER_MISSING, "Choose APPROVE or DECLINE");
        }
        if (reason != null && reason.length() > MAX_REASON) {
            return Refused.of(Code.REASON_TOO_LONG, "A reason has at most %d characters", MAX_REASON);
        }
        return answer == Answer.DECLINE
                ? decline(reason)
                : approve(decision, discount, user, APPROVERS.stream().anyMatch(groups::contains), requestedBy);
    }

    private static Review decline(String reason) {
        return reason == null || reason.isBlank()
                ? Refused.of(Code.REASON_MISSING, "Say why the offer is declined")
                : new Declined(reason.strip());
    }

    private Review approve(
            DecisionWithState decision, BigDecimal wanted, String user, boolean isApprover, String requestedBy) {
        if (user.equals(requestedBy)) {
            return Refused.of(Code.OWN_REQUEST, "Nobody approves their own request; somebody else must");
        }
        if (wanted != null && wanted.stripTrailingZeros().scale() > 2) {
            return Refused.of(Code.DISCOUNT_NOT_IN_CENTS, "The discount has at most two decimals");
        }
        Money discount = wanted == null ? decision.discount() : new Money(wanted);
        Money max = decision.decision().offer().maxDiscount();
        if (discount.isNegative() || discount.compareTo(max) > 0) {
            return Refused.of(Code.DISCOUNT_OUT_OF_RANGE, "The discount lies between 0.00 and %s euros a month", max.amount());
        }
        return !isApprover && discount.compareTo(settings.managerDiscount()) > 0
                ? new NeedsApprover(discount, user)
                : new Approved(discount, !discount.equals(decision.discount()));
    }
}
