package io.crosswise.policy;

import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.util.List;

/**
 * Reads what {@code dmn/eligibility.dmn}, {@code dmn/applicability.dmn} or {@code dmn/suitability.dmn} answered: each row excludes the
 * {@code scope}s it names (comma-separated), or limits the bill by {@code maxBillIncrease}, or both; the tightest limit counts.
 */
public final class ExclusionTable {
    private ExclusionTable() {}

    /** @throws BrokenTable when a limit is no number */
    public static Exclusions read(List<TableRow> rows, Stage stage) {
        return rows.stream().map(row -> read(row, stage)).reduce(Exclusions.NONE, Exclusions::and);
    }

    private static Exclusions read(TableRow row, Stage stage) {
        Reason reason = Rows.reason(row, stage);
        Money limit = Rows.money(row, "maxBillIncrease");
        return new Exclusions(
                Rows.list(row, "scope").stream().map(scope -> new Exclusion(scope, reason)).toList(),
                limit,
                limit == null ? null : reason);
    }
}
