package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.CustomerStatus;
import io.crosswise.customer.FeatureRun;
import io.crosswise.customer.FeatureRuns;
import io.crosswise.customer.FeatureSnapshot;
import io.crosswise.customer.jdbc.JdbcDerivedValues.Batch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Feature runs in PostgreSQL: each batch commits with how far the run has come, and the run's row keeps two workers apart. */
public final class JdbcFeatureRuns implements FeatureRuns {
    private static final String NEW =
            """
            INSERT INTO customer.feature_run (as_of, keeps_month, started_at)
            SELECT d.today, NOT EXISTS (
                SELECT FROM customer.feature_snapshot WHERE as_of >= date_trunc('month', d.today)::date), ?
            FROM (SELECT ?::date AS today) d
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;
    private final JdbcDerivedValues values;
    private final ProfileJson profiles;
    private final CustomerHistory history;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final int batch;

    /** @param batch customers per transaction */
    public JdbcFeatureRuns(
            JdbcClient jdbc,
            ObjectMapper json,
            CustomerHistory history,
            TransactionOperations transaction,
            Clock clock,
            int batch) {
        this.jdbc = jdbc;
        this.values = new JdbcDerivedValues(jdbc, json, clock, "customer.feature_work");
        this.profiles = new ProfileJson(json);
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
        this.batch = batch;
    }

    @Override
    public FeatureRun open(LocalDate today) {
        jdbc.sql(NEW).params(OffsetDateTime.now(clock), today).update();
        return unfinished().orElseThrow();
    }

    @Override
    public Optional<FeatureRun> unfinished() {
        return jdbc.sql("SELECT * FROM customer.feature_run WHERE finished_at IS NULL")
                .query(JdbcFeatureRuns::run)
                .optional();
    }

    @Override
    public Optional<FeatureRun> find(long id) {
        return jdbc.sql("SELECT * FROM customer.feature_run WHERE id = ?")
                .param(id)
                .query(JdbcFeatureRuns::run)
                .optional();
    }

    @Override
    public FeatureRun advance(FeatureRun begun) {
        return transaction.execute(status -> {
            long started = System.nanoTime();
            FeatureRun run = jdbc.sql("SELECT * FROM customer.feature_run WHERE id = ? FOR UPDATE")
                    .param(begun.id())
                    .query(JdbcFeatureRuns::run)
                    .single();
            if (!run.finished()) {
                prepare(run);
                Batch done = values.next(run.lastCustomer(), batch);
                long kept = run.keepsMonth() && done.last() != null ? keep(run, done.last()) : 0;
                save(run, done, kept, (System.nanoTime() - started) / 1_000_000);
            }
            return find(run.id()).orElseThrow();
        });
    }

    /** Again when a crash of the database has emptied the unlogged table; a row that is nobody's tells it from an empty result. */
    private void prepare(FeatureRun run) {
        boolean prepared = jdbc.sql("SELECT prepared AND EXISTS (SELECT FROM customer.feature_work)"
                        + " FROM customer.feature_run WHERE id = ?")
                .param(run.id())
                .query(Boolean.class)
                .single();
        if (!prepared) {
            jdbc.sql("TRUNCATE customer.feature_work").update();
            values.prepare();
            jdbc.sql("INSERT INTO customer.feature_work (customer_id) VALUES ('')").update();
            jdbc.sql("UPDATE customer.feature_run SET prepared = true WHERE id = ?").param(run.id()).update();
        }
    }

    private long keep(FeatureRun run, String last) {
        List<CustomerProfile> active = jdbc.sql(
                        "SELECT profile FROM customer.customer WHERE id > ? AND id <= ? ORDER BY id")
                .params(run.lastCustomer(), last)
                .query(profiles::read)
                .list()
                .stream()
                .filter(profile -> profile.status() == CustomerStatus.ACTIVE)
                .toList();
        history.keep(active.stream().map(profile -> FeatureSnapshot.of(profile, run.asOf())));
        return active.size();
    }

    private void save(FeatureRun run, Batch done, long kept, long busyMs) {
        jdbc.sql(
                        """
                        UPDATE customer.feature_run SET last_customer = coalesce(?, last_customer), customers = customers + ?,
                            changed = changed + ?, kept = kept + ?, busy_ms = busy_ms + ?, finished_at = ?
                        WHERE id = ?
                        """)
                .params(
                        done.last(),
                        done.customers(),
                        done.changed(),
                        kept,
                        busyMs,
                        done.customers() < batch ? OffsetDateTime.now(clock) : null,
                        run.id())
                .update();
    }

    private static FeatureRun run(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new FeatureRun(
                row.getLong("id"),
                row.getObject("as_of", LocalDate.class),
                row.getBoolean("keeps_month"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("last_customer"),
                row.getLong("customers"),
                row.getLong("changed"),
                row.getLong("kept"),
                row.getLong("busy_ms"));
    }
}
