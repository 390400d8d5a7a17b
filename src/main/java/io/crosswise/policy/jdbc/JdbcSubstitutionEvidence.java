package io.crosswise.policy.jdbc;

import io.crosswise.policy.Arm;
import io.crosswise.policy.SubstitutionEvidence;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads whom somebody meant to ask and monthly snapshots from the report views. What a held service earns is what its category and
 * level earn on the catalogue on sale, before and after alike, so that a change of prices is no loss; where that is not known the
 * contact says nothing. Campaigns may hold out different shares of different customers: within each, those held out weigh as much as
 * those asked, and a campaign without both is left out.
 */
public class JdbcSubstitutionEvidence implements SubstitutionEvidence {
    private static final String GATHER = """
            WITH asked AS MATERIALIZED (
                SELECT c.customer_id, c.category, c.treated, c.occasion, later.market, tiers.before, tiers.later
                FROM report.meant_contact c
                JOIN LATERAL (
                    SELECT s.market, s.features
                    FROM report.training_snapshot s
                    WHERE s.customer_id = c.customer_id
                      AND s.as_of >= c.meant_on + :days AND s.as_of < c.meant_on + :days + 45
                    ORDER BY s.as_of
                    LIMIT 1) later ON true
                CROSS JOIN LATERAL (
                    SELECT array[b.tier_mobile, b.tier_hbb, b.tier_tv, b.tier_additional_line, b.tier_iot_m2m, b.tier_cloud,
                                 b.tier_security] AS before,
                           array[a.tier_mobile, a.tier_hbb, a.tier_tv, a.tier_additional_line, a.tier_iot_m2m, a.tier_cloud,
                                 a.tier_security] AS later
                    FROM json_to_record(c.features) AS b(tier_mobile float8, tier_hbb float8, tier_tv float8,
                             tier_additional_line float8, tier_iot_m2m float8, tier_cloud float8, tier_security float8),
                         json_to_record(later.features) AS a(tier_mobile float8, tier_hbb float8, tier_tv float8,
                             tier_additional_line float8, tier_iot_m2m float8, tier_cloud float8, tier_security float8)) tiers),
            place AS (
                SELECT category, number
                FROM unnest(array['MOBILE', 'HBB', 'TV', 'ADDITIONAL_LINE', 'IOT_M2M', 'CLOUD', 'SECURITY'])
                     WITH ORDINALITY AS p(category, number)),
            outcome AS (
                SELECT asked.market, asked.category AS added, before.category AS held, asked.treated, asked.customer_id,
                       (asked.later[added.number] IS DISTINCT FROM 0)::int AS taken,
                       CASE WHEN asked.later[held.number] = 0 THEN 1 ELSE greatest(0, 1 - after.margin / before.margin) END AS lost,
                       count(*) FILTER (WHERE asked.treated) OVER campaign AS of_treated,
                       count(*) FILTER (WHERE NOT asked.treated) OVER campaign AS of_held_out
                FROM asked
                JOIN place added ON added.category = asked.category
                JOIN place held ON held.category <> asked.category
                JOIN report.margin_by_tier before
                  ON before.market = asked.market AND before.category = held.category AND before.margin > 0
                 AND before.tier = asked.before[held.number]
                LEFT JOIN report.margin_by_tier after
                  ON after.market = asked.market AND after.category = held.category AND after.tier = asked.later[held.number]
                WHERE asked.later[held.number] = 0 OR after.margin IS NOT NULL
                WINDOW campaign AS (PARTITION BY asked.market, asked.category, before.category, asked.occasion)),
            weighed AS (
                SELECT market, added, held, treated, customer_id, taken, lost,
                       CASE WHEN treated THEN 1 ELSE of_treated::float8 / of_held_out END AS weight
                FROM outcome
                WHERE of_treated > 0 AND of_held_out > 0),
            fate AS (
                SELECT market, added, held, treated, sum(weight) AS n, sum(weight * taken) AS t, sum(weight * lost) AS l
                FROM weighed
                GROUP BY market, added, held, treated, customer_id)
            SELECT market, added, held, treated, count(*) AS customers, sum(n) AS n, sum(t) AS t, sum(l) AS l,
                   sum(n * n) AS nn, sum(t * t) AS tt, sum(l * l) AS ll, sum(n * t) AS nt, sum(n * l) AS nl, sum(t * l) AS tl
            FROM fate
            GROUP BY market, added, held, treated""";

    private static final Arm NOBODY = new Arm(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final JdbcClient jdbc;

    public JdbcSubstitutionEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Pair> gather(int days) {
        Map<Pair, Arm[]> arms = new HashMap<>();
        jdbc.sql(GATHER).param("days", days).query(row -> {
            Arm[] both = arms.computeIfAbsent(pair(row), it -> new Arm[] {NOBODY, NOBODY});
            both[row.getBoolean("treated") ? 0 : 1] = arm(row);
        });
        return arms.entrySet().stream().map(entry -> entry.getKey().between(entry.getValue()[0], entry.getValue()[1])).toList();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                Market.valueOf(row.getString("market")),
                ServiceCategory.valueOf(row.getString("added")),
                ServiceCategory.valueOf(row.getString("held")),
                NOBODY,
                NOBODY);
    }

    private static Arm arm(ResultSet row) throws SQLException {
        return new Arm(
                row.getLong("customers"),
                row.getDouble("n"),
                row.getDouble("t"),
                row.getDouble("l"),
                row.getDouble("nn"),
                row.getDouble("tt"),
                row.getDouble("ll"),
                row.getDouble("nt"),
                row.getDouble("nl"),
                row.getDouble("tl"));
    }
}
