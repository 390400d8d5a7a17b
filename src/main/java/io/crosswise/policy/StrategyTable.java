package io.crosswise.policy;

import io.crosswise.policy.Strategy.Play;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what {@code dmn/strategy.dmn} answered: outputs {@code play}, {@code focus} (comma-separated categories), {@code
 * discoveries}, {@code investmentShare} and {@code reason}.
 */
public final class StrategyTable {
    private StrategyTable() {}

    /** @throws BrokenTable when there is not exactly one row, or it names no play or an unknown category */
    public static Strategy read(List<TableRow> rows) {
        TableRow row = Rows.only("strategy", rows);
        Set<ServiceCategory> focus = EnumSet.noneOf(ServiceCategory.class);
        Rows.list(row, "focus").forEach(name -> focus.add(Rows.choice(row, "focus", name, ServiceCategory.class)));
        BigDecimal discoveries = Rows.number(row, "discoveries");
        return new Strategy(
                Rows.choice(row, "play", Play.class),
                focus,
                discoveries == null ? 0 : discoveries.intValue(),
                share(row),
                Rows.reason(row, Stage.STRATEGY));
    }

    private static Double share(TableRow row) {
        BigDecimal share = Rows.number(row, "investmentShare");
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw BrokenTable.cell(row, "investmentShare", share.toPlainString());
        }
        return share == null ? null : share.doubleValue();
    }
}
