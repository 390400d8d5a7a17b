package io.crosswise.policy.jdbc;

import io.crosswise.policy.Arm;
import io.crosswise.policy.SubstitutionEvidence;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads contacts and monthly snapshots from the report views. What a held service earns is what its category and level earn on the
 * catalogue on sale, before and after alike, so that a change of prices is no loss.
 */
public class JdbcSubstitutionEvidence implements SubstitutionEvidence {
    private static final String GATHER = """
            WITH asked AS (
                SELECT DISTINCT ON (customer_id, category) customer_id, category, contacted_on, treated, features
                FROM report.training_contact
                WHERE NOT upgrade
                ORDER BY customer_id, category, contacted_on, occasion),
            seen AS (
                SELECT asked.*, later.market, later.features AS later
                FROM asked
                JOIN LATERAL (
                    SELECT s.market, s.features
                    FROM report.training_snapshot s
                    WHERE s.customer_id = asked.customer_id
                      AND s.as_of >= asked.contacted_on + :days AND s.as_of < asked.contacted_on + :days + 45
                    ORDER BY s.as_of
                    LIMIT 1) later ON true),
            fate AS (
                SELECT seen.market, seen.category AS added, before.category AS held, seen.treated,
                       coalesce((seen.later ->> ('tier_' || lower(seen.category)))::float8, 0) > 0 AS taken,
                       greatest(0, 1 - coalesce(after.margin, 0) / before.margin) AS lost
                FROM seen
                JOIN report.margin_by_tier before
                  ON before.market = seen.market AND before.category <> seen.category AND before.margin > 0
                 AND before.tier = (seen.features ->> ('tier_' || lower(before.category)))::float8
                LEFT JOIN report.margin_by_tier after
                  ON after.market = before.market AND after.category = before.category
                 AND after.tier = (seen.later ->> ('tier_' || lower(before.category)))::float8)
            SELECT market, added, held,
                   count(*) FILTER (WHERE treated) AS t_n,
                   count(*) FILTER (WHERE treated AND taken) AS t_taken,
                   coalesce(sum(lost) FILTER (WHERE treated), 0) AS t_lost,
                   coalesce(sum(lost * lost) FILTER (WHERE treated), 0) AS t_squared,
                   coalesce(sum(lost) FILTER (WHERE treated AND taken), 0) AS t_both,
                   count(*) FILTER (WHERE NOT treated) AS c_n,
                   count(*) FILTER (WHERE NOT treated AND taken) AS c_taken,
                   coalesce(sum(lost) FILTER (WHERE NOT treated), 0) AS c_lost,
                   coalesce(sum(lost * lost) FILTER (WHERE NOT treated), 0) AS c_squared,
                   coalesce(sum(lost) FILTER (WHERE NOT treated AND taken), 0) AS c_both
            FROM fate
            GROUP BY market, added, held""";

    private final JdbcClient jdbc;

    public JdbcSubstitutionEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pair> gather(int days) {
        return jdbc.sql(GATHER).param("days", days).query((row, number) -> pair(row)).list();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                Market.valueOf(row.getString("market")),
                ServiceCategory.valueOf(row.getString("added")),
                ServiceCategory.valueOf(row.getString("held")),
                arm(row, "t_"),
                arm(row, "c_"));
    }

    private static Arm arm(ResultSet row, String side) throws SQLException {
        return new Arm(
                row.getLong(side + "n"),
                row.getDouble(side + "taken"),
                row.getDouble(side + "lost"),
                row.getDouble(side + "squared"),
                row.getDouble(side + "both"));
    }
}
