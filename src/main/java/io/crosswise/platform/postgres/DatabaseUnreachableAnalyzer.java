package io.crosswise.platform.postgres;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence that the configured database does not answer, or refuses us (SQL states 08…, 28…, 3D…, 42501). */
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        if (state.equals("42501")) {
            return refused(
                    "The database user may not do what the product needs: " + firstLine(cause),
                    "Make the user the owner of the database, or GRANT CREATE ON DATABASE to it.",
                    cause);
        }
        return switch (state.substring(0, 2)) {
            case "08" -> refused("The database does not answer: " + reason(cause), "Check spring.datasource.url and that PostgreSQL runs there.", cause);
            case "28" -> refused("The database refuses the user: " + firstLine(cause), "Check spring.datasource.username and spring.datasource.password.", cause);
            case "3D" -> refused("There is no such database: " + firstLine(cause), "Create it, or check the name in spring.datasource.url.", cause);
            default -> null;
        };
    }

    /** The driver keeps the name of an unknown host in the cause only. */
    private static String reason(SQLException failure) {
        return failure.getCause() == null
                ? firstLine(failure)
                : firstLine(failure) + " (" + failure.getCause().getClass().getSimpleName() + ": " + firstLine(failure.getCause()) + ")";
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static FailureAnalysis refused(String what, String action, SQLException cause) {
        return new FailureAnalysis(what, action, cause);
    }
}
