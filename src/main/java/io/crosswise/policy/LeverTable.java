package io.crosswise.policy;

import io.crosswise.policy.Levers.Kind;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Reads what {@code dmn/levers.dmn} answered: outputs {@code scope} (comma-separated), {@code kind}, {@code factor} and {@code
 * reason}.
 */
public final class LeverTable {
    private static final Column<List<Scope>> SCOPE = Column.scopes("scope");
    private static final Column<Kind> KIND = Column.choice("kind", Kind.class);
    private static final Column<BigDecimal> FACTOR = Column.number("factor");
    private static final BigDecimal MOST = BigDecimal.valueOf(Levers.MOST);

    public static final TableContract CONTRACT = new TableContract(
            "levers",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
            List.of(SCOPE, KIND, FACTOR, Rows.REASON),
            LeverTable::read);

    private LeverTable() {}

    /** @throws BrokenTable when a row names no scope or an unknown kind, or its factor is no number from 0 to {@link Levers#MOST} */
    public static Levers read(List<TableRow> rows) {
        return new Levers(rows.stream().map(LeverTable::read).toList());
    }

    private static Lever read(TableRow row) {
        BigDecimal factor = FACTOR.of(row);
        if (factor == null || factor.signum() < 0 || factor.compareTo(MOST) > 0) {
            throw BrokenTable.cell(row, "factor", factor);
        }
        List<Scope> scopes = SCOPE.of(row);
        if (scopes.isEmpty()) {
            throw BrokenTable.cell(row, "scope", row.text("scope"));
        }
        return new Lever(scopes, KIND.of(row), factor.doubleValue(), Rows.reason(row, Stage.ARBITRATION));
    }
}
