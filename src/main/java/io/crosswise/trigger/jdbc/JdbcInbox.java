package io.crosswise.trigger.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.TriggerId;
import io.crosswise.trigger.Inbox;
import io.crosswise.trigger.TriggerEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox in PostgreSQL; its unique key makes an event count once however often and however parallel it arrives. */
public class JdbcInbox implements Inbox {
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TimeOrderedIds ids;

    public JdbcInbox(JdbcClient jdbc, ObjectMapper json, TimeOrderedIds ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public Optional<TriggerId> add(TriggerEvent event, String bodySha256, Instant receivedAt) {
        TriggerId id = new TriggerId("T-" + ids.next(receivedAt));
        int added = jdbc.sql("""
                        INSERT INTO trigger.inbox
                            (trigger_id, source, event_id, type, customer_id, occurred_at, received_at, body_sha256, data)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        ON CONFLICT (source, event_id) DO NOTHING""")
                .params(
                        id.value(),
                        event.source(),
                        event.id(),
                        event.type(),
                        event.subject().value(),
                        Timestamp.from(event.time() == null ? receivedAt : event.time()),
                        Timestamp.from(receivedAt),
                        bodySha256,
                        write(event.data()))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    @Override
    public Optional<Entry> find(String source, String eventId) {
        return jdbc.sql("SELECT trigger_id, body_sha256 FROM trigger.inbox WHERE source = ? AND event_id = ?")
                .params(source, eventId)
                .query((row, n) -> new Entry(new TriggerId(row.getString(1)), row.getString(2)))
                .optional();
    }

    @Override
    public Optional<TriggerEvent> find(TriggerId id) {
        return jdbc.sql("SELECT source, event_id, type, customer_id, occurred_at, data FROM trigger.inbox WHERE trigger_id = ?")
                .param(id.value())
                .query((row, n) -> new TriggerEvent(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new CustomerId(row.getString(4)),
                        row.getTimestamp(5).toInstant(),
                        read(row.getString(6))))
                .optional();
    }

    private String write(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, DATA);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
