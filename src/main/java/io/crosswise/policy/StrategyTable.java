package io.crosswise.policy;

import io.crosswise.policy.Strategy.Play;
import io.crosswise.policy.TableContract.Answers;
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
    private static final Column<Play> PLAY = Column.choice("play", Play.class);
    private static final Column<List<ServiceCategory>> FOCUS = Column.choices("focus", ServiceCategory.class);
    private static final Column<BigDecimal> DISCOVERIES = Column.number("discoveries").orWithout();
    private static final Column<BigDecimal> INVESTMENT_SHARE = Column.number("investmentShare").orWithout();
    private static final Column<BigDecimal> DISCOUNT_SHARE = Column.number("discountShare").orWithout();

    public static final TableContract CONTRACT = new TableContract(
            "strategy",
            Answers.EXACTLY_ONE,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT),
            List.of(PLAY, FOCUS, DISCOVERIES, INVESTMENT_SHARE, DISCOUNT_SHARE, Rows.REASON),
            StrategyTable::read);

    private StrategyTable() {}

    /** @throws BrokenTable when there is not exactly one row, it names no play or an unknown category, a share is outside [0,1], or discoveries are no whole number from 0 */
    public static Strategy read(List<TableRow> rows) {
        TableRow row = Rows.only("strategy", rows);
        Set<ServiceCategory> focus = EnumSet.noneOf(ServiceCategory.class);
        focus.addAll(FOCUS.of(row));
        Double given = share(row, DISCOUNT_SHARE);
        return new Strategy(
                PLAY.of(row),
                focus,
                discoveries(row),
                share(row, INVESTMENT_SHARE),
                given == null ? 0 : given,
                Rows.reason(row, Stage.STRATEGY));
    }

    private static int discoveries(TableRow row) {
        BigDecimal discoveries = DISCOVERIES.of(row);
        if (discoveries == null) {
            return 0;
        } else if (discoveries.signum() < 0 || discoveries.stripTrailingZeros().scale() > 0) {
            throw BrokenTable.cell(row, DISCOVERIES.name(), discoveries.toPlainString());
        }
        return discoveries.intValue();
    }

    private static Double share(TableRow row, Column<BigDecimal> column) {
        BigDecimal share = column.of(row);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw BrokenTable.cell(row, column.name(), share.toPlainString());
        }
        return share == null ? null : share.doubleValue();
    }
}
