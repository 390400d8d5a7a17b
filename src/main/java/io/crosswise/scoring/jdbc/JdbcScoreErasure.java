package io.crosswise.scoring.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores of the customer from runs over the whole base. */
@Component
class JdbcScoreErasure implements Erasure {
    private final JdbcClient jdbc;

    JdbcScoreErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        jdbc.sql("DELETE FROM scoring.scored_customer WHERE customer_id = ?").param(customer.value()).update();
    }
}
