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
 * discoveries}, {@code investmentShare}, {@code discountShare} and {@code reason}.
 */
public final class StrategyTable {
    private StrategyTable() {}

    /** @throws BrokenTable when there is not exactly one row, it names no play or an unknown category, or a share is outside [0,1] */
    public static Strategy read(List<TableRow> rows) {
        TableRow row = Rows.only("strategy", rows);
        Set<ServiceCategory> focus = EnumSet.noneOf(ServiceCategory.class);
        Rows.list(row, "focus").forEach(name -> focus.add(Rows.choice(row, "focus", name, ServiceCategory.class)));
        Double given = share(row, "discountShare");
        BigDecimal discoveries = Rows.number(row, "discoveries");
        return new Strategy(
                Rows.choice(row, "play", Play.class),
                focus,
                discoveries == null ? 0 : discoveries.intValue(),
                share(row, "investmentShare"),
                given == null ? 0 : given,
                Rows.reason(row, Stage.STRATEGY));
    }

    private static Double share(TableRow row, String output) {
        BigDecimal share = Rows.number(row, output);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw BrokenTable.cell(row, output, share.toPlainString());
        }
        return share == null ? null : share.doubleValue();
    }
}
