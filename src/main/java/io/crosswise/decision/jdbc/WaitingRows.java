package io.crosswise.decision.jdbc;

import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.policy.WaitingOffer;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code decision.waiting}: offers that wait for a contact window. */
final class WaitingRows {
    /** Beside the offers of a customer, in one query. @see #read */
    static final String OF_CUSTOMER =
            """
            SELECT decision_id, 'WAITING', until, NULL, since, expected_value, until FROM decision.waiting
            WHERE customer_id = ? AND ended_at IS NULL
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the decision leaves waiting, and the end of the wait it was made for. */
    void record(Decision decision, DecisionInput input) {
        if (decision.supersedes() != null) {
            end(decision.supersedes(), decision.decidedAt());
        }
        if (decision.queued() != null) {
            Instant since = input == null
                    ? decision.decidedAt()
                    : input.contacts().waitingSince(decision.supersedes(), decision.decidedAt());
            jdbc.sql("""
                            INSERT INTO decision.waiting (decision_id, customer_id, channel, since, until, expected_value)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            decision.decisionId().value(),
                            decision.customerId().value(),
                            decision.queued().channel() == null ? null : decision.queued().channel().name(),
                            Timestamp.from(since),
                            Timestamp.from(decision.queued().until()),
                            decision.queued().expectedValue() == null ? null : decision.queued().expectedValue().amount())
                    .update();
        }
    }

    boolean end(DecisionId id, Instant at) {
        return jdbc.sql("UPDATE decision.waiting SET ended_at = ? WHERE decision_id = ? AND ended_at IS NULL")
                        .params(Timestamp.from(at), id.value())
                        .update()
                == 1;
    }

    static WaitingOffer read(ResultSet row) throws SQLException {
        return new WaitingOffer(
                new DecisionId(row.getString("decision_id")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getBigDecimal("expected_value") == null ? null : new Money(row.getBigDecimal("expected_value")));
    }
}
