package io.crosswise.policy;

import io.crosswise.policy.Levers.Lever;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Reads what {@code dmn/levers.dmn} answered: outputs {@code scope} (comma-separated), {@code factor} and {@code reason}. */
public final class LeverTable {
    private LeverTable() {}

    /** @throws BrokenTable when a factor is no number or negative */
    public static Levers read(List<TableRow> rows) {
        return new Levers(rows.stream().flatMap(LeverTable::read).toList());
    }

    private static Stream<Lever> read(TableRow row) {
        BigDecimal factor = Rows.number(row, "factor");
        if (factor == null || factor.signum() < 0) {
            throw BrokenTable.cell(row, "factor", factor);
        }
        Reason reason = Rows.reason(row, Stage.ARBITRATION);
        return Rows.list(row, "scope").stream().map(scope -> new Lever(scope, factor.doubleValue(), reason));
    }
}
