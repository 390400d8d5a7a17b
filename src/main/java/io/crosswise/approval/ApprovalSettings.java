package io.crosswise.approval;

import io.crosswise.shared.Money;

/**
 * Limits of approval, prefix {@code crosswise.approval}; a value that is null takes its default.
 *
 * @param managerDiscount largest discount an account manager may agree to alone, euros per month
 */
public record ApprovalSettings(Money managerDiscount) {
    public static final ApprovalSettings DEFAULTS = new ApprovalSettings(null);

    /** @throws IllegalArgumentException when the limit is negative */
    public ApprovalSettings {
        managerDiscount = managerDiscount == null ? Money.euros("10.00") : managerDiscount;
        if (managerDiscount.isNegative()) {
            throw new IllegalArgumentException("crosswise.approval.manager-discount is 0 or more, not " + managerDiscount);
        }
    }
}
