package io.crosswise.outcome.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Past campaigns forget the customer; sales stay in the books as nobody's. */
@Component
class JdbcOutcomeErasure implements Erasure {
    private final JdbcClient jdbc;

    JdbcOutcomeErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        for (String table : List.of("past_contact", "past_features")) {
            jdbc.sql("DELETE FROM outcome." + table + " WHERE customer_id = ?").param(customer.value()).update();
        }
        jdbc.sql("UPDATE outcome.conversion SET customer_id = ? WHERE customer_id = ?")
                .params(nobody.value(), customer.value())
                .update();
    }
}
