package io.crosswise.policy;

import io.crosswise.shared.Stage;
import java.util.List;

/** Reads what {@code dmn/approval.dmn} answered: outputs {@code required}, {@code role} and {@code reason}. */
public final class ApprovalTable {
    private ApprovalTable() {}

    /** @throws BrokenTable when there is not exactly one row, or approval is required of nobody */
    public static Approval read(List<TableRow> rows) {
        TableRow row = Rows.only("approval", rows);
        boolean required = Boolean.TRUE.equals(row.outputs().get("required"));
        String role = required ? row.text("role") : null;
        if (required && (role == null || role.isBlank())) {
            throw BrokenTable.cell(row, "role", role);
        }
        return new Approval(required, role, Rows.reason(row, Stage.CHANNEL));
    }
}
