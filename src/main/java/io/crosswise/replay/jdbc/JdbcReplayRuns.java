package io.crosswise.replay.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.decision.StoredDecisions.Position;
import io.crosswise.decision.StoredDecisions.Selection;
import io.crosswise.replay.Against;
import io.crosswise.replay.Example;
import io.crosswise.replay.ReplayRun;
import io.crosswise.replay.ReplayRun.State;
import io.crosswise.replay.ReplayRuns;
import io.crosswise.replay.Tally;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Replays in PostgreSQL; a session lock keeps two nodes from working on the same one. */
public class JdbcReplayRuns implements ReplayRuns {
    private static final long LOCK = 0x43575250;
    private static final int MOST_EXAMPLES = 50;
    private static final String ADD = """
            INSERT INTO replay.tally AS t (run_id, kind, key, before, different, after, euros_before, euros_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (run_id, kind, key) DO UPDATE
            SET before = t.before + EXCLUDED.before, different = t.different + EXCLUDED.different, after = t.after + EXCLUDED.after,
                euros_before = t.euros_before + EXCLUDED.euros_before, euros_after = t.euros_after + EXCLUDED.euros_after
            """;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ObjectMapper json;

    public JdbcReplayRuns(DataSource dataSource, JdbcClient jdbc, TransactionOperations transaction, ObjectMapper json) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public Optional<ReplayRun> begin(Against against, Selection selection, long decisions, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO replay.run (run_id, state, against, selection, decisions, started_by, started_at)
                        VALUES ('R-' || gen_random_uuid(), 'RUNNING', ?, ?::json, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .params(against.name(), json(selection), decisions, by, Timestamp.from(at))
                .query(this::run)
                .optional();
    }

    @Override
    public Optional<ReplayRun> running() {
        return jdbc.sql("SELECT * FROM replay.run WHERE state = 'RUNNING'").query(this::run).optional();
    }

    @Override
    public Optional<ReplayRun> find(String runId) {
        return jdbc.sql("SELECT * FROM replay.run WHERE run_id = ?").param(runId).query(this::run).optional();
    }

    @Override
    public Page<ReplayRun> list(int page, int size) {
        long total = jdbc.sql("SELECT count(*) FROM replay.run").query(Long.class).single();
        List<ReplayRun> items = jdbc.sql("SELECT * FROM replay.run ORDER BY started_at DESC, run_id LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query(this::run)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public boolean progress(ReplayRun before, ReplayRun run, Collection<Tally> found, List<Example> examples) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean running = jdbc.sql("""
                            UPDATE replay.run SET done = ?, identical = ?, different = ?, erased = ?, failed = ?, last_at = ?, last_id = ?,
                                busy_millis = ? WHERE run_id = ? AND state = 'RUNNING' AND done = ?""")
                            .params(
                                    run.done(), run.identical(), run.different(), run.erased(), run.failed(),
                                    Timestamp.from(run.last().decidedAt()), run.last().id().value(), run.busyMillis(), run.runId(),
                                    before.done())
                            .update()
                    == 1;
            if (running) {
                found.forEach(tally -> add(run.runId(), tally));
                examples.forEach(example -> add(run.runId(), example));
            }
            return running;
        }));
    }

    private void add(String runId, Tally tally) {
        jdbc.sql(ADD)
                .params(
                        runId, tally.by().name(), tally.key(), tally.before(), tally.different(), tally.after(),
                        tally.eurosBefore().amount(), tally.eurosAfter().amount())
                .update();
    }

    /** The decision is held meanwhile: one that is being erased leaves no example, or its example is erased with it. */
    private void add(String runId, Example example) {
        jdbc.sql("""
                        INSERT INTO replay.example (run_id, decision_id, example)
                        SELECT ?, d.decision_id, ?::json FROM report.decision_person d
                        WHERE d.decision_id = ? AND NOT d.erased
                          AND (SELECT count(*) FROM replay.example WHERE run_id = ?) < ?
                        FOR SHARE OF d""")
                .params(runId, json(example), example.decisionId(), runId, MOST_EXAMPLES)
                .update();
    }

    @Override
    public List<Tally> tallies(String runId) {
        return jdbc.sql("SELECT * FROM replay.tally WHERE run_id = ? ORDER BY kind, key")
                .param(runId)
                .query((row, number) -> new Tally(
                        Tally.By.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getLong("before"),
                        row.getLong("different"),
                        row.getLong("after"),
                        new Money(row.getBigDecimal("euros_before")),
                        new Money(row.getBigDecimal("euros_after"))))
                .list();
    }

    @Override
    public List<Example> examples(String runId) {
        return jdbc.sql("SELECT example FROM replay.example WHERE run_id = ? ORDER BY decision_id")
                .param(runId)
                .query((row, number) -> read(row.getString(1), Example.class))
                .list();
    }

    @Override
    public void finish(String runId, Instant at) {
        end(runId, State.DONE, null, at);
    }

    @Override
    public void fail(String runId, String failure, Instant at) {
        end(runId, State.FAILED, failure, at);
    }

    @Override
    public boolean cancel(String runId, Instant at) {
        return end(runId, State.CANCELLED, null, at);
    }

    private boolean end(String runId, State state, String failure, Instant at) {
        return jdbc.sql("UPDATE replay.run SET state = ?, failure = ?, finished_at = ? WHERE run_id = ? AND state = 'RUNNING'")
                        .params(state.name(), failure, Timestamp.from(at), runId)
                        .update()
                == 1;
    }

    @Override
    public boolean alone(Runnable work) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                work.run();
            } finally {
                isTrue(statement, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the replays cannot be taken or given back", e);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private ReplayRun run(ResultSet row, int number) throws SQLException {
        String last = row.getString("last_id");
        Timestamp finished = row.getTimestamp("finished_at");
        return new ReplayRun(
                row.getString("run_id"),
                State.valueOf(row.getString("state")),
                Against.valueOf(row.getString("against")),
                read(row.getString("selection"), Selection.class),
                row.getLong("decisions"),
                row.getLong("done"),
                row.getLong("identical"),
                row.getLong("different"),
                row.getLong("erased"),
                row.getLong("failed"),
                last == null ? null : new Position(row.getTimestamp("last_at").toInstant(), new DecisionId(last)),
                row.getLong("busy_millis"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored replay cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
