package io.crosswise.scoring.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.Model;
import io.crosswise.scoring.Model.Challenge;
import io.crosswise.scoring.Model.Challenge.Mode;
import io.crosswise.scoring.ModelEvent;
import io.crosswise.scoring.ModelEvent.Action;
import io.crosswise.scoring.ModelFile;
import io.crosswise.scoring.ModelState;
import io.crosswise.scoring.ReleaseGate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of the registry as values and back. */
class ModelRows {
    private static final TypeReference<Map<String, Object>> METRICS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<ReleaseGate>> GATES = new TypeReference<>() {};
    private static final TypeReference<FieldMapping> MAPPING = new TypeReference<>() {};
    private static final TypeReference<JsonNode> REPORT = new TypeReference<>() {};

    private final ObjectMapper json;

    ModelRows(ObjectMapper json) {
        this.json = json;
    }

    Model model(ResultSet row, int number) throws SQLException {
        return new Model(
                row.getString("name"),
                row.getString("version"),
                ModelState.valueOf(row.getString("state")),
                row.getString("sha256"),
                read(row, "metrics", METRICS),
                challenge(row),
                row.getString("origin"),
                row.getTimestamp("registered_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getString("reason"));
    }

    ModelFile file(ResultSet row, int number) throws SQLException {
        return new ModelFile(
                row.getString("name"), row.getBytes("pmml"), read(row, "mapping", MAPPING), read(row, "report", REPORT));
    }

    List<ReleaseGate> checks(ResultSet row, int number) throws SQLException {
        return read(row, "checks", GATES);
    }

    ModelEvent event(ResultSet row, int number) throws SQLException {
        return new ModelEvent(
                row.getString("name"),
                row.getString("version"),
                Action.valueOf(row.getString("action")),
                ModelState.valueOf(row.getString("state")),
                challenge(row),
                row.getTimestamp("at").toInstant(),
                row.getString("by"),
                row.getString("reason"),
                read(row, "accepted", REASONS));
    }

    private static Challenge challenge(ResultSet row) throws SQLException {
        String mode = row.getString("challenge_mode");
        return mode == null ? null : new Challenge(Mode.valueOf(mode), row.getDouble("challenge_share"));
    }

    static String mode(Challenge challenge) {
        return challenge == null ? null : challenge.mode().name();
    }

    static Double share(Challenge challenge) {
        return challenge == null ? null : challenge.share();
    }

    String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("A stored " + column + " of a model cannot be read", e);
        }
    }
}
