package io.crosswise.experiment.jdbc;

import io.crosswise.experiment.Metric;
import io.crosswise.experiment.UnitSums;
import io.crosswise.experiment.inference.Sample;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what the view {@code report.experiment_result} says of units, once, and sums it. */
public class JdbcUnitSums implements UnitSums {
    private static final String SETTLE =
            """
            INSERT INTO experiment.settled_unit
                (experiment, unit, version, arm, settled_at, converted, churned, revenue, margin)
            SELECT r.experiment, r.unit, r.version, r.arm, r.settled_at, r.converted, r.churned, r.revenue, r.margin
            FROM report.experiment_result r
            WHERE r.experiment = ? AND r.settled_at < ?
              AND NOT EXISTS (SELECT FROM experiment.settled_unit s WHERE s.experiment = r.experiment AND s.unit = r.unit)
            ON CONFLICT DO NOTHING
            """;
    private static final String SETTLED =
            """
            SELECT (settled_at AT TIME ZONE 'UTC')::date AS day, arm, count(*), sum(value), sum(value * value),
                   count(*) FILTER (WHERE value <> 0)
            FROM (SELECT arm, settled_at, %s AS value
                  FROM experiment.settled_unit
                  WHERE experiment = ? AND version >= ?) unit
            GROUP BY day, arm
            ORDER BY day, arm
            """;

    private final JdbcClient jdbc;

    public JdbcUnitSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void settle(String experiment, Instant until) {
        jdbc.sql(SETTLE).params(experiment, Timestamp.from(until)).update();
    }

    @Override
    public List<DaySum> settled(String experiment, int sinceVersion, Metric metric) {
        return jdbc.sql(SETTLED.formatted(value(metric)))
                .params(experiment, sinceVersion)
                .query((row, n) -> new DaySum(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        new Sample(row.getLong(3), row.getDouble(4), row.getDouble(5)),
                        row.getLong(6)))
                .list();
    }

    @Override
    public Map<String, Long> met(String experiment, int sinceVersion) {
        Map<String, Long> units = new HashMap<>();
        jdbc.sql("SELECT arm, count(*) FROM report.experiment_unit WHERE experiment = ? AND version >= ? GROUP BY arm")
                .params(experiment, sinceVersion)
                .query(row -> {
                    units.put(row.getString(1), row.getLong(2));
                });
        return units;
    }

    private static String value(Metric metric) {
        return switch (metric) {
            case CONVERSION -> "converted::int::float8";
            case CHURN -> "churned::int::float8";
            case REVENUE -> "revenue::float8";
            case MARGIN -> "margin::float8";
        };
    }
}
