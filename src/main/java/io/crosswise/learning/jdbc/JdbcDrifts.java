package io.crosswise.learning.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.DriftReport;
import io.crosswise.learning.Drifts;
import io.crosswise.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every watch found, in {@code learning.drift}; findings older than a year are let go. */
public class JdbcDrifts implements Drifts {
    private static final Duration KEPT = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    public JdbcDrifts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void record(DriftReport report) {
        jdbc.sql("""
                        INSERT INTO learning.drift (model, version, judged_on, judged_at, level, report)
                        VALUES (?, ?, ?, ?, ?, ?::json)
                        ON CONFLICT (model, version, judged_on) DO UPDATE
                        SET judged_at = excluded.judged_at, level = excluded.level, report = excluded.report""")
                .params(
                        report.model(),
                        report.version(),
                        LocalDate.ofInstant(report.judgedAt(), ZoneOffset.UTC),
                        Timestamp.from(report.judgedAt()),
                        report.level().name(),
                        json(report))
                .update();
        jdbc.sql("DELETE FROM learning.drift WHERE model = ? AND judged_at < ?")
                .params(report.model(), Timestamp.from(report.judgedAt().minus(KEPT)))
                .update();
    }

    @Override
    public Optional<DriftReport> latest(String model) {
        return jdbc.sql("SELECT report FROM learning.drift WHERE model = ? ORDER BY judged_at DESC LIMIT 1")
                .param(model)
                .query(this::report)
                .optional();
    }

    @Override
    public List<DriftReport> latest() {
        return jdbc.sql("SELECT DISTINCT ON (model) report FROM learning.drift ORDER BY model, judged_at DESC")
                .query(this::report)
                .list();
    }

    @Override
    public Page<DriftMoment> history(String model, int page, int size) {
        long total = jdbc.sql("SELECT count(*) FROM learning.drift WHERE model = ?").param(model).query(Long.class).single();
        List<DriftMoment> items = jdbc.sql(
                        "SELECT report FROM learning.drift WHERE model = ? ORDER BY judged_at DESC LIMIT ? OFFSET ?")
                .params(model, size, (long) page * size)
                .query((row, number) -> DriftMoment.of(report(row, number)))
                .list();
        return new Page<>(items, page, size, total);
    }

    private DriftReport report(ResultSet row, int number) throws SQLException {
        try {
            return json.readValue(row.getString("report"), DriftReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored drift report cannot be read back", e);
        }
    }

    private String json(DriftReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
