package io.crosswise.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL counted so far; backends report their counts lazily, so each is asked to report first. */
final class DatabaseCounters {
    private static final String READ =
            """
            SELECT (SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables),
                   (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()),
                   pg_current_wal_insert_lsn() - '0/0'::pg_lsn""";

    /** @param rows inserted, updated and deleted @param commits also of reading transactions */
    record Counts(double rows, double commits, double walBytes) {
        Counts since(Counts before) {
            return new Counts(rows - before.rows, commits - before.commits, walBytes - before.walBytes);
        }
    }

    private final HikariDataSource pool;

    DatabaseCounters(HikariDataSource pool) {
        this.pool = pool;
    }

    /** @throws IllegalStateException unless commits wait for the disk */
    void requireDurability() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                if (!"on".equals(one(statement, "SHOW " + setting))) {
                    throw new IllegalStateException("PostgreSQL is not durable: " + setting + " is off");
                }
            }
        }
    }

    String version() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return one(statement, "SHOW server_version");
        }
    }

    Counts read() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                Connection connection = pool.getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SELECT pg_stat_force_next_flush()");
                }
            }
            try (Statement statement = all.get(0).createStatement();
                    ResultSet row = statement.executeQuery(READ)) {
                row.next();
                return new Counts(row.getDouble(1), row.getDouble(2), row.getDouble(3));
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
