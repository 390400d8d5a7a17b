package io.crosswise.approval.jdbc;

import io.crosswise.customer.Erasure;
import io.crosswise.decision.Decisions;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote about a customer when they declined an offer. Asks for the customer's decisions before they are nobody's. */
@Component
@Order(1)
class JdbcReviewErasure implements Erasure {
    private final JdbcClient jdbc;
    private final Decisions decisions;

    JdbcReviewErasure(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    @Override
    public void erase(CustomerId customer, CustomerId nobody, Instant at) {
        List<String> ids = new ArrayList<>();
        decisions.forEachOf(customer, decision -> ids.add(decision.decisionId().value()));
        jdbc.sql("UPDATE approval.review SET reason = NULL WHERE reason IS NOT NULL AND decision_id = ANY (?)")
                .param(ids.toArray(String[]::new))
                .update();
    }
}
