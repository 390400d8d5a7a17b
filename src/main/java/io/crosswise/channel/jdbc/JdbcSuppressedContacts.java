package io.crosswise.channel.jdbc;

import io.crosswise.channel.SuppressedContacts;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the view {@code report.suppressed_contact}. */
public class JdbcSuppressedContacts implements SuppressedContacts {
    private final JdbcClient jdbc;

    public JdbcSuppressedContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<Suppressed> list(CustomerId customer, String reason, Instant from, Instant to, int page, int size) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("customer_id = ?", customer == null ? null : customer.value());
        filters.put("reason = ?", reason);
        filters.put("at >= ?", from == null ? null : Timestamp.from(from));
        filters.put("at < ?", to == null ? null : Timestamp.from(to));
        filters.values().removeIf(value -> value == null);
        String selected = " FROM report.suppressed_contact"
                + (filters.isEmpty() ? "" : " WHERE " + String.join(" AND ", filters.keySet()));
        List<Object> values = List.copyOf(filters.values());
        long total = jdbc.sql("SELECT count(*)" + selected).params(values).query(Long.class).single();
        List<Suppressed> items = jdbc.sql("SELECT *" + selected + " ORDER BY at DESC, decision_id, channel LIMIT " + size + " OFFSET "
                        + (long) page * size)
                .params(values)
                .query(JdbcSuppressedContacts::suppressed)
                .list();
        return new Page<>(items, page, size, total);
    }

    private static Suppressed suppressed(ResultSet row, int number) throws SQLException {
        Timestamp opensAt = row.getTimestamp("opens_at");
        return new Suppressed(
                new DecisionId(row.getString("decision_id")),
                new CustomerId(row.getString("customer_id")),
                row.getTimestamp("at").toInstant(),
                row.getString("suppressed_when"),
                ChannelCode.valueOf(row.getString("channel")),
                row.getString("reason"),
                row.getString("rule"),
                row.getString("text"),
                opensAt == null ? null : opensAt.toInstant());
    }
}
