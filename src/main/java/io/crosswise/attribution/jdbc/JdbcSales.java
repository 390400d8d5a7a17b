package io.crosswise.attribution.jdbc;

import io.crosswise.attribution.Sale;
import io.crosswise.attribution.Sale.PathTouch;
import io.crosswise.attribution.Sales;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the view {@code report.conversion_touch}: one row per sale and touch, a sale without any touch has one. */
public class JdbcSales implements Sales {
    private static final String SELECT =
            """
            SELECT * FROM report.conversion_touch
            WHERE converted_at >= :from AND converted_at < :to
            ORDER BY converted_at, decision_id, sent_at, touch_id""";
    private static final Timestamp ALWAYS_BEFORE = Timestamp.from(Instant.parse("0001-01-01T00:00:00Z"));
    private static final Timestamp ALWAYS_AFTER = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private final JdbcClient jdbc;

    public JdbcSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forEach(Instant from, Instant to, Consumer<Sale> consumer) {
        List<Sale> current = new ArrayList<>(1);
        jdbc.sql(SELECT)
                .param("from", from == null ? ALWAYS_BEFORE : Timestamp.from(from))
                .param("to", to == null ? ALWAYS_AFTER : Timestamp.from(to))
                .query(row -> {
                    if (current.isEmpty() || !current.get(0).decisionId().value().equals(row.getString("decision_id"))) {
                        current.forEach(consumer);
                        current.clear();
                        current.add(sale(row));
                    }
                    if (row.getTimestamp("sent_at") != null) {
                        current.get(0).touches().add(touch(row));
                    }
                });
        current.forEach(consumer);
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                new DecisionId(row.getString("decision_id")),
                row.getTimestamp("converted_at").toInstant(),
                new Money(row.getBigDecimal("revenue")),
                new ArrayList<>());
    }

    private static PathTouch touch(ResultSet row) throws SQLException {
        return new PathTouch(
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("own_offer"),
                row.getString("channel"),
                row.getString("offer_code"),
                row.getString("segment"),
                row.getString("trigger_type"));
    }
}
