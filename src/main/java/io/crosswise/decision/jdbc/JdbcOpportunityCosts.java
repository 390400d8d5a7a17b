package io.crosswise.decision.jdbc;

import io.crosswise.decision.Influence;
import io.crosswise.decision.OpportunityCosts;
import io.crosswise.decision.OpportunityCosts.Cost;
import io.crosswise.decision.OpportunityCosts.Total;
import io.crosswise.decision.ReportOpportunityCosts;
import io.crosswise.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the views {@code report.opportunity_cost} and {@code report.opportunity_cost_row}. */
public class JdbcOpportunityCosts implements ReportOpportunityCosts {
    private static final String PERIOD = " decided_at >= :from AND decided_at < :to ";
    private static final String TOTAL =
            "SELECT count(*), coalesce(sum(euros), 0) FROM report.opportunity_cost WHERE euros > 0 AND" + PERIOD;
    private static final String ROWS =
            """
            SELECT rule, kind, stage, reason, count(*), sum(euros) AS euros FROM report.opportunity_cost_row
            WHERE (kind = 'RULE') = :rules AND %s
            GROUP BY rule, kind, stage, reason ORDER BY euros DESC, rule, reason"""
                    .formatted(PERIOD);
    private static final String TOTALS =
            """
            SELECT %s AS key, NULL, NULL, NULL, count(*), sum(euros) AS euros FROM report.opportunity_cost
            WHERE euros > 0 AND %s
            GROUP BY key ORDER BY euros DESC, key""";
    private static final Timestamp ALWAYS_BEFORE = Timestamp.from(Instant.parse("0001-01-01T00:00:00Z"));
    private static final Timestamp ALWAYS_AFTER = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private final JdbcClient jdbc;

    public JdbcOpportunityCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OpportunityCosts report(By by, Instant from, Instant to) {
        Total total = in(TOTAL, from, to)
                .query((row, number) -> new Total(row.getLong(1), new Money(row.getBigDecimal(2))))
                .single();
        JdbcClient.StatementSpec costs =
                switch (by) {
                    case RULE -> in(ROWS, from, to).param("rules", true);
                    case LEVER -> in(ROWS, from, to).param("rules", false);
                    case OFFER -> in(TOTALS.formatted("offer_code", PERIOD), from, to);
                    case SEGMENT -> in(TOTALS.formatted("coalesce(segment, 'UNKNOWN')", PERIOD), from, to);
                };
        return new OpportunityCosts(total, costs.query(JdbcOpportunityCosts::cost).list());
    }

    private JdbcClient.StatementSpec in(String sql, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("from", from == null ? ALWAYS_BEFORE : Timestamp.from(from))
                .param("to", to == null ? ALWAYS_AFTER : Timestamp.from(to));
    }

    private static Cost cost(ResultSet row, int number) throws SQLException {
        String kind = row.getString(2);
        return new Cost(
                row.getString(1), kind == null ? null : Influence.valueOf(kind), row.getString(3), row.getString(4),
                row.getLong(5), new Money(row.getBigDecimal(6)));
    }
}
