package io.crosswise.approval.jdbc;

import io.crosswise.approval.Reviews;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews in PostgreSQL. */
public class JdbcReviews implements Reviews {
    private final JdbcClient jdbc;

    public JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(KeptReview review) {
        jdbc.sql("""
                        INSERT INTO approval.review (decision_id, reviewed_at, reviewed_by, result, discount, reason)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        review.decision().value(),
                        Timestamp.from(review.at()),
                        review.user(),
                        review.result(),
                        review.discount() == null ? null : review.discount().amount(),
                        review.reason())
                .update();
    }

    @Override
    public List<KeptReview> of(DecisionId decision) {
        return jdbc.sql("""
                        SELECT reviewed_at, reviewed_by, result, discount, reason FROM approval.review
                        WHERE decision_id = ? ORDER BY reviewed_at""")
                .param(decision.value())
                .query((row, n) -> {
                    BigDecimal discount = row.getBigDecimal(4);
                    return new KeptReview(
                            decision,
                            row.getTimestamp(1).toInstant(),
                            row.getString(2),
                            row.getString(3),
                            discount == null ? null : new Money(discount),
                            row.getString(5));
                })
                .list();
    }
}
