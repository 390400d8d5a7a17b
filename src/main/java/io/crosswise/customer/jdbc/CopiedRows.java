package io.crosswise.customer.jdbc;

import io.crosswise.customer.FeatureJson;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.UncategorizedSQLException;

/** Sends rows of one table with COPY in its text format, some megabytes at a time. */
final class CopiedRows {
    private static final int FLUSH_CHARS = 4_000_000;

    private final CopyManager manager;
    private final String statement;
    private final StringBuilder rows = new StringBuilder();

    CopiedRows(Connection connection, String statement) throws SQLException {
        this.manager = connection.unwrap(PGConnection.class).getCopyAPI();
        this.statement = statement;
    }

    CopiedRows cell(Object value) {
        rows.append(value == null ? "\\N" : escaped(value.toString())).append('\t');
        return this;
    }

    CopiedRows array(Collection<?> values) {
        String elements = values.stream()
                .map(value -> value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .collect(Collectors.joining("\",\"", "{\"", "\"}"));
        return cell(values.isEmpty() ? "{}" : elements);
    }

    CopiedRows features(Map<String, Double> features) {
        FeatureJson.append(features, rows);
        rows.append('\t');
        return this;
    }

    /** The tab after the last cell becomes the end of the row. */
    void end() {
        rows.setCharAt(rows.length() - 1, '\n');
        if (rows.length() > FLUSH_CHARS) {
            finish();
        }
    }

    void finish() {
        try {
            manager.copyIn(statement, new StringReader(rows.toString()));
            rows.setLength(0);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Copying rows", statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
