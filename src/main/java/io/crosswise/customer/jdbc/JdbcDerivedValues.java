package io.crosswise.customer.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.CompanyGraph;
import io.crosswise.shared.CustomerId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recomputes derived values with sets of rows; the formulas are those of {@code UsageSummary} and {@code CompanyGraph}, rounded to
 * six decimals as there. What needs all customers at once is prepared in a table of work, the rest is done batch by batch. A
 * profile that stays as it is is not written.
 */
final class JdbcDerivedValues {
    private static final int COMPANIES_PER_READ = 2_000;

    private static final String RANKS =
            """
            INSERT INTO %s (customer_id, arpu_percentile)
            SELECT id, round((percent_rank() OVER (
                PARTITION BY market ORDER BY (profile #>> '{billing,arpu}')::numeric))::numeric, 6)
            FROM customer.customer WHERE profile #>> '{billing,arpu}' IS NOT NULL
            """;

    private static final String SURROUNDINGS =
            """
            INSERT INTO %s (customer_id, surroundings)
            SELECT id, text::jsonb FROM unnest(?::text[], ?::text[]) AS n (id, text)
            ON CONFLICT (customer_id) DO UPDATE SET surroundings = EXCLUDED.surroundings
            """;

    private static final String BOUNDS =
            "SELECT max(id), count(*) FROM (SELECT id FROM customer.customer WHERE id > ? ORDER BY id LIMIT ?) b";

    private static final String BATCH =
            """
            WITH batch AS MATERIALIZED (
                SELECT id, profile FROM customer.customer WHERE id > :after AND id <= :last ORDER BY id FOR UPDATE),
            months AS (
                SELECT *, billed::float8 AS bill, extract(year FROM month) * 12 + extract(month FROM month) AS number,
                    month > newest - interval '12 months' AS of_twelve,
                    month > newest - interval '6 months' AS of_six,
                    month > newest - interval '3 months' AS of_three
                FROM (SELECT *, max(month) OVER (PARTITION BY customer_id) AS newest
                    FROM customer.usage_month WHERE customer_id > :after AND customer_id <= :last) u),
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
                        round(greatest(0, least(1, 1 - stddev_samp(bill) / avg(bill)))::numeric, 6) END)) AS usage,
                    CASE WHEN avg(bill) FILTER (WHERE of_six) > 0 THEN
                        round((regr_slope(bill, number) FILTER (WHERE of_six)
                            / avg(bill) FILTER (WHERE of_six))::numeric, 6) END AS bill_trend
                FROM months GROUP BY customer_id),
            yearly AS (
                SELECT customer_id, data_gb, row_number() OVER (PARTITION BY customer_id ORDER BY number) - 1 AS i
                FROM months WHERE of_twelve AND data_gb IS NOT NULL),
            trend AS (
                SELECT customer_id, avg(data_gb) AS mean, regr_slope(data_gb, i) AS slope
                FROM yearly GROUP BY customer_id HAVING count(*) = 12 AND avg(data_gb) > 0),
            season AS (
                SELECT customer_id AS id, round((sqrt(
                        power(sum((data_gb - mean - slope * (i - 5.5)) * cos(2 * pi() * i / 12)) / 6, 2)
                        + power(sum((data_gb - mean - slope * (i - 5.5)) * sin(2 * pi() * i / 12)) / 6, 2))
                    / max(mean))::numeric, 6) AS data_seasonality
                FROM yearly JOIN trend USING (customer_id) GROUP BY customer_id),
            derived AS (
                SELECT b.id,
                    CASE WHEN s.usage IS NULL THEN '{}' ELSE jsonb_build_object('usage', s.usage) END
                    || CASE WHEN w.arpu_percentile IS NULL THEN '{}' ELSE jsonb_build_object('billing',
                        b.profile -> 'billing' || jsonb_build_object('arpuPercentile', w.arpu_percentile)) END
                    || jsonb_build_object('derived', coalesce(w.surroundings, '{}') || jsonb_strip_nulls(jsonb_build_object(
                        'bill_trend', s.bill_trend, 'data_seasonality', t.data_seasonality))) AS members
                FROM batch b LEFT JOIN summary s USING (id) LEFT JOIN season t USING (id)
                LEFT JOIN %s w ON w.customer_id = b.id AND w.customer_id > :after AND w.customer_id <= :last)
            UPDATE customer.customer c SET profile = c.profile || d.members, updated_at = :now
            FROM derived d
            WHERE c.id = d.id AND c.id > :after AND c.id <= :last AND c.profile IS DISTINCT FROM c.profile || d.members
            """;

    private final JdbcClient jdbc;
    private final ProfileJson profiles;
    private final Clock clock;
    private final String work;

    /** @param work name of the table of work, shaped as {@code customer.feature_work} */
    JdbcDerivedValues(JdbcClient jdbc, ObjectMapper json, Clock clock, String work) {
        this.jdbc = jdbc;
        this.profiles = new ProfileJson(json);
        this.clock = clock;
        this.work = work;
    }

    /** @param last id of the batch, null when nobody is left */
    record Batch(String last, long customers, long changed) {}

    /** Fills the empty table of work. */
    void prepare() {
        jdbc.sql(RANKS.formatted(work)).update();
        CompanyGraph graph = new CompanyGraph();
        String after = "";
        while (after != null) {
            after = readCompanies(graph, after);
        }
        writeSurroundings(graph.features());
    }

    /** The bounds are handed to every table, so that a batch reads its own rows only, however many there are. */
    Batch next(String after, int size) {
        Batch bounds = jdbc.sql(BOUNDS)
                .params(after, size)
                .query((row, number) -> new Batch(row.getString(1), row.getLong(2), 0))
                .single();
        return bounds.last() == null
                ? bounds
                : new Batch(bounds.last(), bounds.customers(), change(after, bounds.last()));
    }

    /**
     * Right after the first load there are no statistics: the planner then takes the steps for a few rows each and joins them in
     * nested loops, which takes minutes for thousands of customers.
     */
    private int change(String after, String last) {
        jdbc.sql("SELECT set_config('enable_nestloop', 'off', true)").query(String.class).single();
        return jdbc.sql(BATCH.formatted(work))
                .param("after", after)
                .param("last", last)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Null after the last one. */
    private String readCompanies(CompanyGraph graph, String after) {
        String[] last = new String[1];
        jdbc.sql("SELECT id, profile FROM customer.customer WHERE market = 'EBU' AND status = 'ACTIVE' AND id > ?"
                        + " ORDER BY id LIMIT " + COMPANIES_PER_READ)
                .param(after)
                .query((row, number) -> {
                    graph.add(profiles.read(row, number));
                    last[0] = row.getString("id");
                    return number;
                })
                .list();
        return last[0];
    }

    private void writeSurroundings(Map<CustomerId, Map<String, Double>> features) {
        List<CustomerId> ids = List.copyOf(features.keySet());
        for (int from = 0; from < ids.size(); from += COMPANIES_PER_READ) {
            List<CustomerId> some = ids.subList(from, Math.min(from + COMPANIES_PER_READ, ids.size()));
            jdbc.sql(SURROUNDINGS.formatted(work))
                    .param(some.stream().map(CustomerId::value).toArray(String[]::new))
                    .param(some.stream().map(id -> profiles.write(features.get(id))).toArray(String[]::new))
                    .update();
        }
    }
}
