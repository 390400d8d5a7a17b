package io.crosswise.process.present;

import static io.crosswise.process.ProcessVariables.APPROVAL_ROLE;
import static io.crosswise.process.ProcessVariables.REQUESTED_BY;
import static io.crosswise.process.ProcessVariables.REVIEW;

import io.crosswise.approval.Answer;
import io.crosswise.approval.Review;
import io.crosswise.approval.ReviewApproval;
import io.crosswise.approval.Reviews.KeptReview;
import io.crosswise.approval.Reviews;
import io.crosswise.decision.Decisions.DecisionWithState;
import io.crosswise.decision.Decisions;
import io.crosswise.decision.OfferState;
import io.crosswise.process.SubmittedForm;
import io.crosswise.process.engine.CurrentUser;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task "Approve offer": shows the file, and lets nothing pass that is outside the limits. */
@Component
class ApprovalTask implements TaskListener {
    private final TaskFile file;
    private final ReviewApproval reviewApproval;
    private final Reviews reviews;
    private final Decisions decisions;
    private final CurrentUser user;
    private final Clock clock;

    ApprovalTask(
            TaskFile file,
            ReviewApproval reviewApproval,
            Reviews reviews,
            Decisions decisions,
            CurrentUser user,
            Clock clock) {
        this.file = file;
        this.reviewApproval = reviewApproval;
        this.reviews = reviews;
        this.decisions = decisions;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            file.lay(task);
        } else {
            settle(task, review(task));
        }
    }

    private Review review(DelegateTask task) {
        SubmittedForm form = new SubmittedForm(task);
        return reviewApproval.review(
                file.decision(task),
                form.choice("answer", Answer.class),
                form.number("discount"),
                form.text("reason"),
                user.id(),
                user.groups(),
                REQUESTED_BY.get(task));
    }

    private void settle(DelegateTask task, Review review) {
        if (review instanceof Review.Refused refused) {
            throw new BadUserRequestException(refused.text());
        }
        DelegateExecution execution = task.getExecution();
        new SubmittedForm(task).clear();
        DecisionWithState found = file.decision(task);
        DecisionId id = found.decision().decisionId();
        reviews.record(KeptReview.of(id, clock.instant(), user.id(), review));
        if (review instanceof Review.Approved approved) {
            change(found, approved.discount());
            decisions.moveOn(id, List.of(OfferState.AWAITING_APPROVAL), OfferState.SCHEDULED, clock.instant());
            REVIEW.set(execution, "APPROVED");
        } else if (review instanceof Review.NeedsApprover needed) {
            change(found, needed.discount());
            REQUESTED_BY.set(execution, needed.requestedBy());
            APPROVAL_ROLE.set(execution, "approver");
            REVIEW.set(execution, "NEEDS_APPROVER");
        } else {
            decisions.moveOn(id, List.of(OfferState.AWAITING_APPROVAL), OfferState.CANCELLED, clock.instant());
            REVIEW.set(execution, "DECLINED");
        }
    }

    private void change(DecisionWithState found, Money discount) {
        if (!discount.equals(found.discount())) {
            decisions.changeDiscount(found.decision().decisionId(), discount, user.id());
        }
    }
}
