package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosswise.customer.ImportStaging;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Stages lines in a temporary table that ends with the transaction: written by {@code COPY}, joined by an ordered cursor. Values
 * are kept as JSON text because {@code text} itself cannot hold a zero byte.
 */
public final class JdbcImportStaging implements ImportStaging {
    private static final long ONE_IMPORT_AT_A_TIME = 4_273_001L;
    private static final int FETCH = 2_000;

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    public JdbcImportStaging(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(FETCH);
        this.writer = json.writerFor(new TypeReference<List<String>>() {});
        this.reader = json.readerFor(new TypeReference<List<String>>() {});
    }

    @Override
    public void open() {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, ONE_IMPORT_AT_A_TIME);
        jdbc.execute("DROP TABLE IF EXISTS pg_temp.import_line");
        jdbc.execute("CREATE TEMPORARY TABLE import_line"
                + " (part int, number bigint, key text COLLATE \"C\", cells text) ON COMMIT DROP");
    }

    @Override
    public Writer table(int number) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return new CopiedLines(number, connection.unwrap(PGConnection.class).getCopyAPI(), writer);
        } catch (SQLException e) {
            throw new IllegalStateException("Lines cannot be staged", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    @Override
    public void forEachKey(Collection<Integer> tables, Consumer<List<Line>> lines) {
        jdbc.execute("CREATE INDEX ON import_line (part, key)");
        jdbc.execute("ANALYZE import_line");
        List<Line> ofOneKey = new ArrayList<>();
        jdbc.query(
                "SELECT * FROM import_line WHERE part = ANY (?) ORDER BY key, part, number",
                row -> {
                    Line line = line(row);
                    if (!ofOneKey.isEmpty() && !ofOneKey.get(0).key().equals(line.key())) {
                        lines.accept(List.copyOf(ofOneKey));
                        ofOneKey.clear();
                    }
                    ofOneKey.add(line);
                },
                (Object) tables.toArray(Integer[]::new));
        if (!ofOneKey.isEmpty()) {
            lines.accept(List.copyOf(ofOneKey));
        }
    }

    @Override
    public Map<String, Line> lookUp(int table, Collection<String> keys) {
        Map<String, Line> found = new HashMap<>();
        jdbc.query(
                "SELECT * FROM import_line WHERE part = ? AND key = ANY (?) ORDER BY number",
                row -> {
                    found.put(row.getString("key"), line(row));
                },
                table,
                keys.stream().filter(key -> key.indexOf('\0') < 0).distinct().toArray(String[]::new));
        return found;
    }

    private Line line(ResultSet row) throws SQLException {
        try {
            return new Line(
                    row.getInt("part"),
                    row.getLong("number"),
                    row.getString("key"),
                    reader.readValue(row.getString("cells")));
        } catch (JsonProcessingException e) {
            throw new SQLException("A staged line cannot be read", e);
        }
    }
}
