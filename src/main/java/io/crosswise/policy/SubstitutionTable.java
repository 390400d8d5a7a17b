package io.crosswise.policy;

import io.crosswise.candidate.Share;
import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads what {@code dmn/substitution.dmn} answered: the shares that were set by hand. */
public final class SubstitutionTable {
    private static final Column<ServiceCategory> NEW_SERVICE = Column.choice("newService", ServiceCategory.class);
    private static final Column<ServiceCategory> HELD_SERVICE = Column.choice("heldService", ServiceCategory.class);
    private static final Column<BigDecimal> SHARE = Column.number("share");

    /** Only the market is read, so that what the table says can be shown without a customer. */
    public static final TableContract CONTRACT = new TableContract(
            "substitution",
            Answers.ANY_NUMBER,
            Set.of(Facts.CUSTOMER),
            Set.of("customer.market"),
            List.of(NEW_SERVICE, HELD_SERVICE, SHARE, Rows.REASON),
            SubstitutionTable::read);

    private SubstitutionTable() {}

    /** @throws BrokenTable when a category is unknown or a share is no number in [0,1] */
    public static SubstitutionMatrix read(List<TableRow> rows) {
        return new SubstitutionMatrix(rows.stream().map(SubstitutionTable::read).toList());
    }

    private static Substitution read(TableRow row) {
        BigDecimal share = SHARE.of(row);
        if (share == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw BrokenTable.cell(row, SHARE.name(), share);
        }
        return new Substitution(
                NEW_SERVICE.of(row),
                HELD_SERVICE.of(row),
                Share.byHand(share.doubleValue()),
                Rows.reason(row, Stage.CANNIBALISATION));
    }
}
