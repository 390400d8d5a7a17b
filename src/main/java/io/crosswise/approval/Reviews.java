package io.crosswise.approval;

import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.time.Instant;
import java.util.List;

/** What people answered at approval tasks, kept for whoever asks later. */
public interface Reviews {
    void record(KeptReview review);

    /** Oldest first. */
    List<KeptReview> of(DecisionId decision);

    /**
     * @param result {@code APPROVED}, {@code NEEDS_APPROVER} or {@code DECLINED}
     * @param discount euros per month agreed or asked for, null when declined
     * @param reason null unless declined
     */
    record KeptReview(DecisionId decision, Instant at, String user, String result, Money discount, String reason) {
        /** @throws IllegalArgumentException for a refused review, which changed nothing */
        public static KeptReview of(DecisionId decision, Instant at, String user, Review review) {
            if (review instanceof Review.Approved approved) {
                return new KeptReview(decision, at, user, "APPROVED", approved.discount(), null);
            } else if (review instanceof Review.NeedsApprover needed) {
                return new KeptReview(decision, at, user, "NEEDS_APPROVER", needed.discount(), null);
            } else if (review instanceof Review.Declined declined) {
                return new KeptReview(decision, at, user, "DECLINED", null, declined.reason());
            }
            throw new IllegalArgumentException("A refused review is not kept");
        }
    }
}
