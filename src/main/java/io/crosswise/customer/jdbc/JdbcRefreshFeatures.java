package io.crosswise.customer.jdbc;

import io.crosswise.customer.RefreshFeatures;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recomputes derived values in one statement over all customers; the formulas are those of {@code UsageSummary}, rounded to
 * six decimals as there. A profile that stays as it is is not written.
 */
public final class JdbcRefreshFeatures implements RefreshFeatures {
    private static final String REFRESH =
            """
            WITH newest AS (
                SELECT customer_id, max(month) AS month FROM customer.usage_month GROUP BY customer_id),
            months AS (
                SELECT u.*, u.billed::float8 AS bill,
                    extract(year FROM u.month) * 12 + extract(month FROM u.month) AS number,
                    u.month > n.month - interval '6 months' AS of_six,
                    u.month > n.month - interval '3 months' AS of_three
                FROM customer.usage_month u JOIN newest n USING (customer_id)),
            summary AS (
                SELECT customer_id AS id, jsonb_strip_nulls(jsonb_build_object(
                    'dataGbPerMonth', round(avg(data_gb)::numeric, 6),
                    'voiceMinutesPerMonth', round(avg(voice_minutes)::numeric, 6),
                    'tvHoursPerMonth', round(avg(tv_hours)::numeric, 6),
                    'dataTrend', CASE WHEN avg(data_gb) FILTER (WHERE of_six) > 0 THEN
                        round((regr_slope(data_gb, number) FILTER (WHERE of_six)
                            / avg(data_gb) FILTER (WHERE of_six))::numeric, 6) END,
                    'dataSaturation', round((avg(data_gb / nullif(data_allowance_gb, 0)) FILTER (WHERE of_three))::numeric, 6),
                    'stability', CASE WHEN count(bill) > 1 AND avg(bill) > 0 THEN
                        round(greatest(0, least(1, 1 - stddev_samp(bill) / avg(bill)))::numeric, 6) END)) AS usage
                FROM months GROUP BY customer_id),
            ranked AS (
                SELECT id, jsonb_build_object('arpuPercentile', round((percent_rank() OVER (
                    PARTITION BY market ORDER BY (profile #>> '{billing,arpu}')::numeric))::numeric, 6)) AS percentile
                FROM customer.customer WHERE profile #>> '{billing,arpu}' IS NOT NULL),
            derived AS (
                SELECT c.id,
                    CASE WHEN s.usage IS NULL THEN '{}' ELSE jsonb_build_object('usage', s.usage) END
                    || CASE WHEN r.percentile IS NULL THEN '{}'
                        ELSE jsonb_build_object('billing', c.profile -> 'billing' || r.percentile) END AS members
                FROM customer.customer c LEFT JOIN summary s USING (id) LEFT JOIN ranked r USING (id))
            UPDATE customer.customer c SET profile = c.profile || d.members, updated_at = ?
            FROM derived d
            WHERE c.id = d.id AND c.profile IS DISTINCT FROM c.profile || d.members
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public JdbcRefreshFeatures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public int refresh() {
        return jdbc.sql(REFRESH).param(OffsetDateTime.now(clock)).update();
    }
}
