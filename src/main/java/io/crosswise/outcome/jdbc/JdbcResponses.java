package io.crosswise.outcome.jdbc;

import io.crosswise.outcome.ResponseEvent;
import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.outcome.ResponseType;
import io.crosswise.outcome.Responses;
import io.crosswise.outcome.StoredResponse;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The responses in {@code outcome.response}. */
public class JdbcResponses implements Responses {
    private final JdbcClient jdbc;

    public JdbcResponses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(StoredResponse response, Instant receivedAt) {
        ResponseEvent event = response.event();
        return jdbc.sql("""
                                INSERT INTO outcome.response
                                    (source, id, decision_id, type, time, received_at, state, reason)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, id) DO NOTHING""")
                        .params(
                                event.source(),
                                event.id(),
                                event.decisionId().value(),
                                event.type().name(),
                                Timestamp.from(event.time()),
                                Timestamp.from(receivedAt),
                                response.state().name(),
                                name(response.reason()))
                        .update()
                == 1;
    }

    @Override
    public Optional<StoredResponse> find(String source, String id) {
        return jdbc.sql("SELECT * FROM outcome.response WHERE source = ? AND id = ?")
                .params(source, id)
                .query(JdbcResponses::response)
                .optional();
    }

    @Override
    public void settle(ResponseEvent event, State state, ParkedReason reason) {
        jdbc.sql("UPDATE outcome.response SET state = ?, reason = ? WHERE source = ? AND id = ?")
                .params(state.name(), name(reason), event.source(), event.id())
                .update();
    }

    @Override
    public Page<StoredResponse> list(State state, int page, int size) {
        String filter = " FROM outcome.response WHERE :state::text IS NULL OR state = :state";
        long total = jdbc.sql("SELECT count(*)" + filter).param("state", name(state)).query(Long.class).single();
        List<StoredResponse> items = jdbc.sql("SELECT *" + filter
                        + " ORDER BY received_at DESC, source, id LIMIT :size OFFSET :offset")
                .param("state", name(state))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(JdbcResponses::response)
                .list();
        return new Page<>(items, page, size, total);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static StoredResponse response(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new StoredResponse(
                new ResponseEvent(
                        row.getString("id"),
                        row.getString("source"),
                        new DecisionId(row.getString("decision_id")),
                        ResponseType.valueOf(row.getString("type")),
                        row.getTimestamp("time").toInstant()),
                State.valueOf(row.getString("state")),
                reason == null ? null : ParkedReason.valueOf(reason));
    }
}
