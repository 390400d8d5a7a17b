package io.crosswise.policy;

import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what {@code dmn/eligibility.dmn}, {@code dmn/applicability.dmn} or {@code dmn/suitability.dmn} answered: each row excludes the
 * {@code scope}s it names (comma-separated), or limits the bill by {@code maxBillIncrease}, or both; the tightest limit counts.
 */
public final class ExclusionTable {
    private static final Column<List<Scope>> SCOPE = Column.scopes("scope");
    private static final Column<BigDecimal> MAX_BILL_INCREASE = Column.number("maxBillIncrease").orWithout();

    public static final TableContract ELIGIBILITY = contract(Stage.ELIGIBILITY);
    public static final TableContract APPLICABILITY = contract(Stage.APPLICABILITY);
    public static final TableContract SUITABILITY = contract(Stage.SUITABILITY);

    private ExclusionTable() {}

    private static TableContract contract(Stage stage) {
        return new TableContract(
                stage.name().toLowerCase(Locale.ROOT),
                Answers.ANY_NUMBER,
                Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
                List.of(SCOPE, MAX_BILL_INCREASE, Rows.REASON),
                rows -> read(rows, stage));
    }

    /** @throws BrokenTable when a limit is no number, or a row has neither scope nor limit */
    public static Exclusions read(List<TableRow> rows, Stage stage) {
        return rows.stream().map(row -> read(row, stage)).reduce(Exclusions.NONE, Exclusions::and);
    }

    private static Exclusions read(TableRow row, Stage stage) {
        Reason reason = Rows.reason(row, stage);
        BigDecimal max = MAX_BILL_INCREASE.of(row);
        Money limit = max == null ? null : new Money(max);
        List<Scope> scopes = SCOPE.of(row);
        if (scopes.isEmpty() && limit == null) {
            throw BrokenTable.cell(row, SCOPE.name(), row.text(SCOPE.name()));
        }
        return new Exclusions(
                scopes.stream().map(scope -> new Exclusion(scope, reason)).toList(),
                limit,
                limit == null ? null : reason);
    }
}
