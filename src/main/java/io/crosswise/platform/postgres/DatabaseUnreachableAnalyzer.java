package io.crosswise.platform.postgres;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the configured database does not answer, or refuses us (SQL states 08…, 28…, 3D…). */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        return switch (state.substring(0, 2)) {
            case "08" -> refused("The database does not answer: " + cause.getMessage(), "Check spring.datasource.url and that PostgreSQL runs there.", cause);
            case "28" -> refused("The database refuses the user: " + cause.getMessage(), "Check spring.datasource.username and spring.datasource.password.", cause);
            case "3D" -> refused("There is no such database: " + cause.getMessage(), "Create it, or check the name in spring.datasource.url.", cause);
            default -> null;
        };
    }

    private static FailureAnalysis refused(String what, String action, SQLException cause) {
        return new FailureAnalysis(what, action, cause);
    }
}
