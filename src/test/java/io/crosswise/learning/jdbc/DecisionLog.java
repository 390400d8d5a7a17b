package io.crosswise.learning.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.testing.Database;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes decisions, touches and sales as the product leaves them, for tests of what reads them. */
public final class DecisionLog {
    public static final Instant NOW = Instant.parse("2026-11-21T04:30:00Z");
    private final ObjectMapper json = new ObjectMapper();
    private final Database database;

    public DecisionLog(Database database) {
        this.database = database;
        database.jdbc.sql("INSERT INTO catalog.catalogue (version, published_at, document) VALUES ('test', now(), ?::json)")
                .param("""
                        {"services":[{"code":"TV_1","category":"TV"},{"code":"TV_2","category":"TV"},
                                     {"code":"FIBRE","category":"HBB"}]}""")
                .update();
    }

    /** @param model null for a decision that asked no model */
    public void decided(String id, String customer, int daysAgo, Map<String, Double> features, String model, double score) {
        decided(id, customer, daysAgo, features, model, score, List.of("TV_1"), "CROSS_SELL", "OFFER");
    }

    public void decided(
            String id,
            String customer,
            int daysAgo,
            Map<String, Double> features,
            String model,
            double score,
            List<String> services,
            String kind,
            String outcome) {
        Map<String, Object> record = model == null
                ? Map.of()
                : Map.of(
                        "scores", List.of(Map.of("model", model, "version", "1", "value", score)),
                        "offer", Map.of("services", services, "kind", kind),
                        "catalogueVersion", "test");
        Map<String, Object> input = Map.of(
                "features", features, "profile", Map.of("holdings", List.of(Map.of("service", "FIBRE", "category", "HBB"))));
        database.jdbc.sql("""
                        INSERT INTO decision.decision
                            (decision_id, trigger_id, trigger_type, customer_id, market, decided_at, outcome, record, input)
                        VALUES (?, ?, 'promotion-end', ?, 'B2C', ?, ?, ?::json, ?::json)""")
                .params(id, "T-" + id, customer, ago(daysAgo), outcome, text(record), text(input))
                .update();
    }

    public void presented(String id, String channel, String state, int daysAgo) {
        database.jdbc.sql("""
                        INSERT INTO channel.touch (decision_id, customer_id, channel, state, idempotency_key, at, sent_at)
                        VALUES (?, 'C', ?, ?, ?, ?, ?)""")
                .params(id, channel, state, id + channel, ago(daysAgo), "SENT".equals(state) ? ago(daysAgo) : null)
                .update();
    }

    public void bought(String id, int daysAgo) {
        database.jdbc.sql("""
                        INSERT INTO outcome.conversion
                            (decision_id, customer_id, offer_code, category, monthly_net_price, revenue, trigger_type, market,
                             converted_at)
                        VALUES (?, 'C', 'O', 'TV', 1, 12, 'promotion-end', 'B2C', ?)""")
                .params(id, ago(daysAgo))
                .update();
    }

    private static Timestamp ago(int days) {
        return Timestamp.from(NOW.minus(Duration.ofDays(days)).minusSeconds(60));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
