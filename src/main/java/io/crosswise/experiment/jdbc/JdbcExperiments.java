package io.crosswise.experiment.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.crosswise.experiment.BucketRange;
import io.crosswise.experiment.Experiment;
import io.crosswise.experiment.ExperimentEvent;
import io.crosswise.experiment.ExperimentEvent.Action;
import io.crosswise.experiment.Experiments;
import io.crosswise.experiment.StoredExperiment;
import io.crosswise.experiment.StoredExperiment.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Experiments in PostgreSQL: one row as each stands, and a log of every change. */
public class JdbcExperiments implements Experiments {
    private static final String SELECT = """
            SELECT definition, version, state, buckets, comparable_since, changed_at, changed_by FROM experiment.experiment
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectReader definitions;
    private final ObjectReader ranges;
    private final ObjectWriter writer;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    public JdbcExperiments(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.definitions = json.readerFor(Experiment.class);
        this.ranges = json.readerFor(new TypeReference<List<BucketRange>>() {});
        this.writer = json.writer();
    }

    @Override
    public long revision() {
        return jdbc.sql("SELECT revision FROM experiment.registry").query(Long.class).single();
    }

    @Override
    public List<StoredExperiment> all() {
        return jdbc.sql(SELECT + " ORDER BY name <> ?, name").param(Experiment.UNIVERSAL).query(this::row).list();
    }

    @Override
    public Optional<StoredExperiment> find(String name) {
        return jdbc.sql(SELECT + " WHERE name = ?").param(name).query(this::row).optional();
    }

    @Override
    public List<ExperimentEvent> events(String name) {
        return jdbc.sql("""
                        SELECT action, version, definition, buckets, at, by, reason FROM experiment.event WHERE name = ? ORDER BY id""")
                .param(name)
                .query((row, n) -> new ExperimentEvent(
                        Action.valueOf(row.getString(1)),
                        row.getInt(2),
                        read(definitions, row.getString(3)),
                        read(ranges, row.getString(4)),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
        return transaction.execute(status -> {
            jdbc.sql("UPDATE experiment.registry SET revision = revision + 1").update();
            T result = change.get();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    followers.forEach(Runnable::run);
                }
            });
            return result;
        });
    }

    @Override
    public void save(StoredExperiment experiment, Action action, String reason) {
        Experiment definition = experiment.definition();
        jdbc.sql("""
                        INSERT INTO experiment.experiment
                            (name, version, state, definition, buckets, comparable_since, unit, starts_at, counts_for, changed_at, changed_by)
                        VALUES (?, ?, ?, ?::json, ?::json, ?, ?, ?, make_interval(secs => ?), ?, ?)
                        ON CONFLICT (name) DO UPDATE
                        SET version = excluded.version, state = excluded.state, definition = excluded.definition,
                            buckets = excluded.buckets, comparable_since = excluded.comparable_since, unit = excluded.unit,
                            starts_at = excluded.starts_at, counts_for = excluded.counts_for, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .params(
                        definition.name(),
                        experiment.version(),
                        experiment.state().name(),
                        json(definition),
                        json(experiment.buckets()),
                        experiment.comparableSince(),
                        definition.unit().name(),
                        Timestamp.from(definition.from()),
                        (double) definition.window().toSeconds(),
                        Timestamp.from(experiment.changedAt()),
                        experiment.changedBy())
                .update();
        jdbc.sql("""
                        INSERT INTO experiment.event (name, version, action, definition, buckets, at, by, reason)
                        VALUES (?, ?, ?, ?::json, ?::json, ?, ?, ?)""")
                .params(
                        definition.name(),
                        experiment.version(),
                        action.name(),
                        json(definition),
                        json(experiment.buckets()),
                        Timestamp.from(experiment.changedAt()),
                        experiment.changedBy(),
                        reason)
                .update();
    }

    @Override
    public void whenChanged(Runnable follow) {
        followers.add(follow);
    }

    private StoredExperiment row(ResultSet row, int number) throws SQLException {
        return new StoredExperiment(
                read(definitions, row.getString(1)),
                row.getInt(2),
                State.valueOf(row.getString(3)),
                read(ranges, row.getString(4)),
                row.getInt(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7));
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored experiment cannot be read", e);
        }
    }

    private String json(Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
