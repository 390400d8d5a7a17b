package io.crosswise.table.jdbc;

import io.crosswise.table.TableChange;
import io.crosswise.table.TableChange.Kind;
import io.crosswise.table.TableChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The changes in PostgreSQL, which refuses to change or remove one. */
public class JdbcTableChanges implements TableChanges {
    private static final long LOCK = 0x5461626c65L;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public JdbcTableChanges(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void add(TableChange change, byte[] file) {
        jdbc.sql("""
                        INSERT INTO rules.change (name, version, definition_id, sha256, kind, changed_by, changed_at, reason, from_version, file)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        change.table(),
                        change.version(),
                        change.definition(),
                        change.sha256(),
                        change.kind().name(),
                        change.who(),
                        Timestamp.from(change.at()),
                        change.reason(),
                        change.fromVersion(),
                        file)
                .update();
    }

    @Override
    public List<TableChange> of(String table) {
        return jdbc.sql("""
                        SELECT name, version, definition_id, sha256, kind, changed_by, changed_at, reason, from_version
                        FROM rules.change WHERE name = ? ORDER BY change_id DESC""")
                .param(table)
                .query(JdbcTableChanges::change)
                .list();
    }

    @Override
    public Optional<byte[]> file(String table, String sha256) {
        return jdbc.sql("SELECT file FROM rules.change WHERE name = ? AND sha256 = ? LIMIT 1")
                .params(table, sha256)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        return transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> row).list();
            return change.get();
        });
    }

    private static TableChange change(ResultSet row, int number) throws SQLException {
        return new TableChange(
                row.getString("name"),
                row.getObject("version", Integer.class),
                row.getString("definition_id"),
                row.getString("sha256"),
                Kind.valueOf(row.getString("kind")),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("reason"),
                row.getObject("from_version", Integer.class));
    }
}
