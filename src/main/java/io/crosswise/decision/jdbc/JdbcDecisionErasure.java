package io.crosswise.decision.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.decision.OfferState;
import io.crosswise.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends open offers and takes the personal part out of every decision, with the salt of its hash; the hash itself stays, so the log
 * can still be verified.
 */
@Component
@Order(2)
class JdbcDecisionErasure implements Erasure {
    private static final String[] OPEN =
            Arrays.stream(OfferState.values()).filter(OfferState::isOpen).map(Enum::name).toArray(String[]::new);
    private final JdbcClient jdbc;

    JdbcDecisionErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        jdbc.sql("UPDATE decision.offer SET state = ?, state_at = ? WHERE customer_id = ? AND state = ANY (?)")
                .params(OfferState.CANCELLED.name(), Timestamp.from(at), customer.value(), OPEN)
                .update();
        jdbc.sql("""
                        UPDATE decision.waiting SET customer_id = ?, ended_at = coalesce(ended_at, ?), expected_value = NULL
                        WHERE customer_id = ?""")
                .params(nobody.value(), Timestamp.from(at), customer.value())
                .update();
        jdbc.sql("UPDATE decision.offer SET customer_id = ? WHERE customer_id = ?")
                .params(nobody.value(), customer.value())
                .update();
        jdbc.sql("""
                        UPDATE decision.decision d SET personal_sha256 = decision.personal_hash(d), salt = NULL, input = NULL,
                            expected_value = NULL, opportunity_cost = NULL, suppressed = NULL, experiments = NULL, customer_id = ?,
                            record = decision.kept_part(d.record)::json, erased_at = ?
                        WHERE customer_id = ?""")
                .params(nobody.value(), Timestamp.from(at), customer.value())
                .update();
    }
}
