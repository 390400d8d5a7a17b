package io.crosswise.experiment.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a unit has come to stays in the results, put down to nobody. */
@Component
class JdbcUnitErasure implements Erasure {
    private final JdbcClient jdbc;

    JdbcUnitErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        jdbc.sql("UPDATE experiment.settled_unit SET unit = ? WHERE unit = ?").params(nobody.value(), customer.value()).update();
    }
}
