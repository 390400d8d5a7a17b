package io.crosswise.approval;

import io.crosswise.shared.Money;
import java.util.Locale;

/** What comes of a person's answer; only {@link Refused} leaves the task open. */
public sealed interface Review {

    /** @param discount euros per month @param changed whether the person changed it */
    record Approved(Money discount, boolean changed) implements Review {}

    record Declined(String reason) implements Review {}

    /** The discount is beyond the person's own limit: somebody else in the group {@code approver} must agree. */
    record NeedsApprover(Money discount, String requestedBy) implements Review {}

    /** @param text says what to change */
    record Refused(Code code, String text) implements Review {
        static Refused of(Code code, String text, Object... values) {
            return new Refused(code, String.format(Locale.ROOT, text, values));
        }
    }

    enum Code {
        NOT_AWAITING_APPROVAL,
        OWN_REQUEST,
        ANSWER_MISSING,
        REASON_MISSING,
        REASON_TOO_LONG,
        DISCOUNT_OUT_OF_RANGE,
        DISCOUNT_NOT_IN_CENTS
    }
}
