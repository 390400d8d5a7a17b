package io.crosswise.outcome.jdbc;

import io.crosswise.outcome.Conversion;
import io.crosswise.outcome.Conversions;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sales in {@code outcome.conversion}. */
public class JdbcConversions implements Conversions {
    private final JdbcClient jdbc;

    public JdbcConversions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(Conversion conversion) {
        jdbc.sql("""
                        INSERT INTO outcome.conversion
                            (decision_id, customer_id, offer_code, category, monthly_net_price, revenue, trigger_type, segment,
                             market, converted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (decision_id) DO NOTHING""")
                .params(
                        conversion.decisionId().value(),
                        conversion.customerId().value(),
                        conversion.offerCode(),
                        conversion.category(),
                        conversion.monthlyNetPrice().amount(),
                        conversion.revenue().amount(),
                        conversion.triggerType(),
                        conversion.segment() == null ? null : conversion.segment().name(),
                        conversion.market().name(),
                        Timestamp.from(conversion.convertedAt()))
                .update();
    }
}
