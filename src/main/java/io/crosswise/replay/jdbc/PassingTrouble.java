package io.crosswise.replay.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.dao.TransientDataAccessException;

/** Failures of the database that are over after a while, wherever in the chain of causes: it restarts, is full or chose a victim. */
public class PassingTrouble implements Predicate<Throwable> {
    /** Classes of SQL states: connection, rollback because of others, resources, shut down by its operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57P");

    @Override
    public boolean test(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLException sql && isPassing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(String state) {
        return state != null && CLASSES.stream().anyMatch(state::startsWith);
    }
}
