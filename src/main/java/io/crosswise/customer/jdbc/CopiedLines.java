package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosswise.customer.ImportStaging;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Streams the lines of one table into PostgreSQL's {@code COPY}, in its text format. */
final class CopiedLines implements ImportStaging.Writer {
    private static final int CHUNK = 1 << 16;

    private final int table;
    private final CopyIn copy;
    private final ObjectWriter json;
    private final StringBuilder buffer = new StringBuilder(CHUNK + 1_000);

    CopiedLines(int table, CopyManager manager, ObjectWriter json) throws SQLException {
        this.table = table;
        this.json = json;
        this.copy = manager.copyIn("COPY import_line FROM STDIN");
    }

    @Override
    public void add(long number, String key, List<String> values) {
        try {
            buffer.append(table).append('\t').append(number).append('\t');
            escape(key);
            buffer.append('\t');
            escape(json.writeValueAsString(values));
            buffer.append('\n');
            if (buffer.length() > CHUNK) {
                flush();
            }
        } catch (JsonProcessingException | SQLException e) {
            throw new IllegalStateException("A line cannot be staged", e);
        }
    }

    @Override
    public void close() {
        try {
            flush();
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("Lines cannot be staged", e);
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(text.charAt(i));
            }
        }
    }
}
