package io.crosswise.policy;

import io.crosswise.policy.Levers.Lever;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what {@code dmn/levers.dmn} answered: outputs {@code scope} (comma-separated), {@code factor} and {@code reason}. */
public final class LeverTable {
    private static final Column<List<String>> SCOPE = Column.words("scope", Set.of());
    private static final Column<BigDecimal> FACTOR = Column.number("factor");

    public static final TableContract CONTRACT = new TableContract(
            "levers",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
            List.of(SCOPE, FACTOR, Rows.REASON),
            LeverTable::read);

    private LeverTable() {}

    /** @throws BrokenTable when a factor is no number or negative */
    public static Levers read(List<TableRow> rows) {
        return new Levers(rows.stream().flatMap(LeverTable::read).toList());
    }

    private static Stream<Lever> read(TableRow row) {
        BigDecimal factor = FACTOR.of(row);
        if (factor == null || factor.signum() < 0) {
            throw BrokenTable.cell(row, "factor", factor);
        }
        Reason reason = Rows.reason(row, Stage.ARBITRATION);
        return SCOPE.of(row).stream().map(scope -> new Lever(scope, factor.doubleValue(), reason));
    }
}
