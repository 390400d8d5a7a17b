package io.crosswise.learning.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/** Rows of a query in portions, on a connection of their own until the stream is closed: a history does not fit into memory. */
final class Cursor<T> extends AbstractSpliterator<T> {
    private static final int ROWS_PER_FETCH = 1_000;

    private final String sql;
    private final ResultSet rows;
    private final Row<T> reader;

    private Cursor(String sql, ResultSet rows, Row<T> reader) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.sql = sql;
        this.rows = rows;
        this.reader = reader;
    }

    /** Reads the row the result set stands on. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> Stream<T> stream(DataSource dataSource, String sql, Row<T> reader, Object... parameters) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                // Only inside a transaction does the driver read in portions.
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                PreparedStatement statement = connection.prepareStatement(sql);
                statement.setFetchSize(ROWS_PER_FETCH);
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return StreamSupport.stream(new Cursor<>(sql, statement.executeQuery(), reader), false)
                        .onClose(() -> close(connection, sql));
            } catch (SQLException | RuntimeException e) {
                close(connection, sql);
                throw e;
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Reading history", sql, e);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        try {
            boolean more = rows.next();
            if (more) {
                action.accept(reader.read(rows));
            }
            return more;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Reading history", sql, e);
        }
    }

    private static void close(Connection connection, String sql) {
        try (connection) {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Reading history", sql, e);
        }
    }
}
