package io.crosswise.replay.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes away examples that show values of the customer's decisions; counts and euros of a run stay. After the decisions, so that a run
 * under way either has stored its example or finds the decision erased.
 */
@Component
@Order(3)
class JdbcReplayErasure implements Erasure {
    private final JdbcClient jdbc;

    JdbcReplayErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        jdbc.sql("""
                        DELETE FROM replay.example e USING report.decision_person d
                        WHERE d.decision_id = e.decision_id AND d.customer_id IN (?, ?)""")
                .params(customer.value(), nobody.value())
                .update();
    }
}
