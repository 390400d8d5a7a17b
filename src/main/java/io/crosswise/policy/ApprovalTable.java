package io.crosswise.policy;

import io.crosswise.policy.TableContract.Answers;
import io.crosswise.shared.Stage;
import java.util.List;
import java.util.Set;

/** Reads what {@code dmn/approval.dmn} answered: outputs {@code required}, {@code role} and {@code reason}. */
public final class ApprovalTable {
    private static final Column<Boolean> REQUIRED = Column.flag("required");
    private static final Column<String> ROLE = Column.text("role");

    public static final TableContract CONTRACT = new TableContract(
            "approval",
            Answers.EXACTLY_ONE,
            Set.of(Facts.CUSTOMER, Facts.TRIGGER, Facts.CONTACT, Facts.OFFER),
            List.of(REQUIRED, ROLE, Rows.REASON),
            ApprovalTable::read);

    private ApprovalTable() {}

    /** @throws BrokenTable when there is not exactly one row, or approval is required of nobody */
    public static Approval read(List<TableRow> rows) {
        TableRow row = Rows.only("approval", rows);
        boolean required = REQUIRED.of(row);
        String role = required ? ROLE.of(row) : null;
        if (required && (role == null || role.isBlank())) {
            throw BrokenTable.cell(row, "role", role);
        }
        return new Approval(required, role, Rows.reason(row, Stage.CHANNEL));
    }
}
