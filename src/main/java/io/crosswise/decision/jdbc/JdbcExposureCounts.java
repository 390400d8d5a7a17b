package io.crosswise.decision.jdbc;

import io.crosswise.decision.Exposure;
import io.crosswise.decision.ExposureCounts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the view {@code report.offer_exposure}, per offer no more rows than are asked for. */
public class JdbcExposureCounts implements ExposureCounts {
    private static final String COUNT =
            """
            SELECT o.code, seen.presented, seen.answered, seen.accepted, tried.today, tried.ever
            FROM unnest(:offers::text[]) o(code)
            CROSS JOIN LATERAL (
                SELECT count(*) AS presented, count(*) FILTER (WHERE s.answered) AS answered,
                    count(*) FILTER (WHERE s.accepted) AS accepted
                FROM (SELECT e.answered, e.accepted FROM report.offer_exposure e WHERE e.offer_code = o.code LIMIT :most) s) seen
            CROSS JOIN LATERAL (
                SELECT count(*) AS ever, count(*) FILTER (WHERE x.explored_at >= :day) AS today
                FROM decision.offer x WHERE x.offer_code = o.code AND x.explored_at IS NOT NULL) tried""";

    private final JdbcClient jdbc;

    public JdbcExposureCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Exposure> of(Collection<String> offers, int atMost, Instant startOfDay) {
        Map<String, Exposure> counted = new HashMap<>();
        jdbc.sql(COUNT)
                .param("offers", offers.toArray(String[]::new))
                .param("most", atMost)
                .param("day", Timestamp.from(startOfDay))
                .query(row -> {
                    counted.put(
                            row.getString(1),
                            new Exposure(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)));
                });
        return counted;
    }
}
