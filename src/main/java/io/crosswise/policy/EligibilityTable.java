package io.crosswise.policy;

import io.crosswise.policy.Eligibility.Exclusion;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code dmn/eligibility.dmn} answered: each row excludes a {@code scope}, or limits the bill by {@code maxBillIncrease}, or
 * both; the tightest limit counts.
 */
public final class EligibilityTable {
    private EligibilityTable() {}

    /** @throws BrokenTable when a limit is no number */
    public static Eligibility read(List<TableRow> rows) {
        List<Exclusion> exclusions = new ArrayList<>();
        Money limit = null;
        Reason limitReason = null;
        for (TableRow row : rows) {
            Reason reason = Rows.reason(row, Stage.ELIGIBILITY);
            Rows.list(row, "scope").forEach(scope -> exclusions.add(new Exclusion(scope, reason)));
            Money max = Rows.money(row, "maxBillIncrease");
            if (max != null && (limit == null || max.compareTo(limit) < 0)) {
                limit = max;
                limitReason = reason;
            }
        }
        return new Eligibility(List.copyOf(exclusions), limit, limitReason);
    }
}
