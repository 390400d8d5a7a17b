package io.crosswise.trigger.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What triggers told; their ids stay, so that none counts twice. The hash of a body could be guessed from the customer's id. */
@Component
class JdbcInboxErasure implements Erasure {
    private final JdbcClient jdbc;

    JdbcInboxErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        jdbc.sql("UPDATE trigger.inbox SET customer_id = ?, data = '{}', body_sha256 = 'erased' WHERE customer_id = ?")
                .params(nobody.value(), customer.value())
                .update();
    }
}
