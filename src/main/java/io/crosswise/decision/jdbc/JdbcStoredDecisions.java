package io.crosswise.decision.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.StoredDecisions;
import io.crosswise.shared.DecisionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads decisions with all that was read for them; a row without input was erased. */
public class JdbcStoredDecisions implements StoredDecisions {
    private static final String SELECT = "SELECT decision_id, decided_at, record, input FROM decision.decision ";
    private final JdbcClient jdbc;
    private final ObjectReader decisions;
    private final ObjectReader inputs;

    public JdbcStoredDecisions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.decisions = json.readerFor(Decision.class);
        this.inputs = json.readerFor(DecisionInput.class);
    }

    @Override
    public Optional<StoredDecision> find(DecisionId id) {
        return jdbc.sql(SELECT + "WHERE decision_id = ?").param(id.value()).query(this::row).optional();
    }

    @Override
    public long count(Selection selection) {
        List<Object> values = new ArrayList<>();
        return jdbc.sql("SELECT count(*) FROM decision.decision " + where(selection, values)).params(values).query(Long.class).single();
    }

    @Override
    public List<StoredDecision> next(Selection selection, Position after, int most) {
        List<Object> values = new ArrayList<>();
        String where = where(selection, values);
        if (after != null) {
            // The first condition is for the index on the time alone.
            where += " AND decided_at >= ? AND (decided_at, decision_id) > (?, ?)";
            values.add(Timestamp.from(after.decidedAt()));
            values.add(Timestamp.from(after.decidedAt()));
            values.add(after.id().value());
        }
        return jdbc.sql(SELECT + where + " ORDER BY decided_at, decision_id LIMIT " + most).params(values).query(this::rowIfReadable).list();
    }

    private static String where(Selection selection, List<Object> values) {
        StringBuilder where = new StringBuilder("WHERE true");
        and(where, values, "decided_at >= ?", selection.from() == null ? null : Timestamp.from(selection.from()));
        and(where, values, "decided_at < ?", selection.to() == null ? null : Timestamp.from(selection.to()));
        and(where, values, "market = ?", selection.market() == null ? null : selection.market().name());
        and(where, values, "segment = ?", selection.segment() == null ? null : selection.segment().name());
        and(where, values, "offer_code = ?", selection.offer());
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.add(value);
        }
    }

    private StoredDecision rowIfReadable(ResultSet row, int number) throws SQLException {
        try {
            return row(row, number);
        } catch (Unreadable e) {
            return new StoredDecision(position(row), row.getString("record"), null, null, true);
        }
    }

    private StoredDecision row(ResultSet row, int number) throws SQLException {
        String record = row.getString("record");
        String input = row.getString("input");
        return new StoredDecision(
                position(row),
                record,
                read(decisions, record),
                input == null ? null : read(inputs, input));
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getTimestamp("decided_at").toInstant(), new DecisionId(row.getString("decision_id")));
    }

    private static <T> T read(ObjectReader reader, String json) throws Unreadable {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new Unreadable(e);
        }
    }

    private static final class Unreadable extends SQLException {
        Unreadable(JsonProcessingException cause) {
            super("A stored decision cannot be read", cause);
        }
    }
}
