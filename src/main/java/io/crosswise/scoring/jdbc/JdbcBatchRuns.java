package io.crosswise.scoring.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.batch.BatchRun;
import io.crosswise.scoring.batch.BatchRun.State;
import io.crosswise.scoring.batch.BatchRuns;
import io.crosswise.scoring.batch.ScoredCustomer;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs and scores in the schema {@code scoring}; who works on a run holds a lock that ends with its connection. */
public class JdbcBatchRuns implements BatchRuns {
    private static final TypeReference<Map<String, String>> VERSIONS = new TypeReference<>() {};
    /** Number of the advisory lock; any that nobody else in the database takes. */
    private static final long LOCK = 7_411_052_331L;

    private static final String RUN =
            """
            SELECT run_id, state, models, customers, done, refused, last_customer, busy_millis, started_by, started_at, finished_at,
                   failure
            FROM scoring.batch_run
            """;

    private static final String STORE =
            """
            INSERT INTO scoring.scored_customer (customer_id, scored_at, scores)
            SELECT n.customer_id, ?, n.scores::json
            FROM unnest(?::text[], ?::text[]) AS n (customer_id, scores)
            ON CONFLICT (customer_id) DO UPDATE SET scored_at = EXCLUDED.scored_at, scores = EXCLUDED.scores
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public JdbcBatchRuns(DataSource dataSource, JdbcClient jdbc, ObjectMapper json) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<BatchRun> begin(Map<String, String> models, long customers, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO scoring.batch_run (run_id, state, models, customers, started_by, started_at)
                        VALUES ('B-' || gen_random_uuid(), 'RUNNING', ?::json, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING *""")
                .params(json(models), customers, by, Timestamp.from(at))
                .query(this::run)
                .optional();
    }

    @Override
    public Optional<BatchRun> running() {
        return jdbc.sql(RUN + "WHERE state = 'RUNNING'").query(this::run).optional();
    }

    @Override
    public Optional<BatchRun> find(String runId) {
        return jdbc.sql(RUN + "WHERE run_id = ?").param(runId).query(this::run).optional();
    }

    @Override
    public Page<BatchRun> list(int page, int size) {
        long total = jdbc.sql("SELECT count(*) FROM scoring.batch_run").query(Long.class).single();
        List<BatchRun> items = jdbc.sql(RUN + "ORDER BY started_at DESC, run_id LIMIT ? OFFSET ?")
                .params(size, (long) page * size)
                .query(this::run)
                .list();
        return new Page<>(items, page, size, total);
    }

    @Override
    public void store(List<ScoredCustomer> customers, Instant at) {
        jdbc.sql(STORE)
                .param(Timestamp.from(at))
                .param(texts(customers, customer -> customer.customer().value()))
                .param(texts(customers, customer -> json(customer.scores())))
                .update();
    }

    @Override
    public void progress(String runId, CustomerId last, long done, long refused, long busyMillis) {
        jdbc.sql("UPDATE scoring.batch_run SET last_customer = ?, done = ?, refused = ?, busy_millis = ? WHERE run_id = ?")
                .params(last.value(), done, refused, busyMillis, runId)
                .update();
    }

    @Override
    public void finish(String runId, Instant at) {
        jdbc.sql("UPDATE scoring.batch_run SET state = 'DONE', finished_at = ? WHERE run_id = ?")
                .params(Timestamp.from(at), runId)
                .update();
    }

    @Override
    public void fail(String runId, String failure, Instant at) {
        jdbc.sql("UPDATE scoring.batch_run SET state = 'FAILED', failure = ?, finished_at = ? WHERE run_id = ?")
                .params(failure, Timestamp.from(at), runId)
                .update();
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
            throw new IllegalStateException("The lock of the runs over the base cannot be taken or given back", e);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private BatchRun run(ResultSet row, int number) throws SQLException {
        String last = row.getString("last_customer");
        Timestamp finished = row.getTimestamp("finished_at");
        return new BatchRun(
                row.getString("run_id"),
                State.valueOf(row.getString("state")),
                versions(row.getString("models")),
                row.getLong("customers"),
                row.getLong("done"),
                row.getLong("refused"),
                last == null ? null : new CustomerId(last),
                row.getLong("busy_millis"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }

    private Map<String, String> versions(String text) throws SQLException {
        try {
            return json.readValue(text, VERSIONS);
        } catch (JsonProcessingException e) {
            throw new SQLException("The models of a run cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] texts(List<ScoredCustomer> customers, Function<ScoredCustomer, String> column) {
        return customers.stream().map(column).toArray(String[]::new);
    }
}
