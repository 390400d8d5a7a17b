package io.crosswise.learning.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.Gate;
import io.crosswise.learning.Training;
import io.crosswise.learning.Training.State;
import io.crosswise.learning.Trainings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Trainings in PostgreSQL. */
public class JdbcTrainings implements Trainings {
    private static final Duration SILENT = Duration.ofMinutes(3);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    public JdbcTrainings(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void add(Training training) {
        jdbc.sql("""
                        INSERT INTO learning.training (training_id, model, state, step, done, gates, metrics, asked_by, asked_at, alive_at)
                        VALUES (?, ?, ?, ?, ?, '[]', '{}', ?, ?, ?)
                        """)
                .params(training.trainingId(), training.model(), training.state().name(), training.step(), training.done())
                .params(training.askedBy(), timestamp(training.askedAt()), timestamp(clock.instant()))
                .update();
    }

    @Override
    public void update(Training training) {
        jdbc.sql("""
                        UPDATE learning.training
                        SET state = ?, step = ?, done = ?, version = ?, message = ?, gates = ?::jsonb, metrics = ?::jsonb,
                            ended_at = ?, alive_at = ?
                        WHERE training_id = ?
                        """)
                .params(training.state().name(), training.step(), training.done(), training.version(), training.message())
                .params(write(training.gates()), write(training.metrics()), timestamp(training.endedAt()))
                .params(timestamp(clock.instant()), training.trainingId())
                .update();
    }

    @Override
    public void alive(String trainingId) {
        jdbc.sql("UPDATE learning.training SET alive_at = ? WHERE training_id = ? AND ended_at IS NULL")
                .params(timestamp(clock.instant()), trainingId)
                .update();
    }

    @Override
    public Optional<Training> find(String trainingId) {
        return jdbc.sql("SELECT * FROM learning.training WHERE training_id = ?")
                .param(trainingId)
                .query((row, number) -> training(row))
                .optional();
    }

    @Override
    public List<Training> of(String model) {
        return jdbc.sql("SELECT * FROM learning.training WHERE model = ? ORDER BY asked_at DESC, training_id LIMIT " + MOST)
                .param(model)
                .query((row, number) -> training(row))
                .list();
    }

    private Training training(ResultSet row) throws SQLException {
        Training training = new Training(
                row.getString("training_id"),
                row.getString("model"),
                State.valueOf(row.getString("state")),
                row.getString("step"),
                row.getDouble("done"),
                row.getString("version"),
                row.getString("message"),
                read(row.getString("gates"), new TypeReference<List<Gate>>() {}),
                read(row.getString("metrics"), new TypeReference<Map<String, Object>>() {}),
                row.getString("asked_by"),
                instant(row.getTimestamp("asked_at")),
                instant(row.getTimestamp("ended_at")));
        Instant alive = instant(row.getTimestamp("alive_at"));
        boolean gone = training.endedAt() == null && alive.isBefore(clock.instant().minus(SILENT));
        return gone ? training.failed("The node that worked on it was stopped; ask again", alive) : training;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A training cannot be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A training cannot be read", e);
        }
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
