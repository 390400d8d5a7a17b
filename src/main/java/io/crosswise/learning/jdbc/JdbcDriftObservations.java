package io.crosswise.learning.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.DriftObservations;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.scoring.DecisionFeatures;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the views {@code report.decision_reading} and {@code report.offer_answer} row by row, never all at once. */
public class JdbcDriftObservations implements DriftObservations {
    private static final int ROWS_PER_FETCH = 500;
    private static final int PARTS = 1 << 16;
    private static final TypeReference<HashMap<String, Double>> FEATURES = new TypeReference<>() {};
    private static final TypeReference<List<Score>> SCORES = new TypeReference<>() {};
    private static final TypeReference<List<String>> SERVICES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final ObjectMapper json;

    public JdbcDriftObservations(DataSource dataSource, TransactionOperations transaction, ObjectMapper json) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_PER_FETCH);
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public void decisions(Instant from, Instant to, int most, Consumer<Reading> consumer) {
        stream("report.decision_reading", "decided_at", from, to, most, """
                WITH newest AS MATERIALIZED (
                    SELECT DISTINCT ON (customer_id) decision_id FROM report.decision_reading
                    WHERE decided_at >= ? AND decided_at < ? AND customer_part < ? AND scored
                    ORDER BY customer_id, decided_at DESC, decision_id)
                SELECT features, services, scores FROM report.decision_reading JOIN newest USING (decision_id)
                ORDER BY decision_id""", row -> consumer.accept(reading(row)));
    }

    @Override
    public void offers(Instant from, Instant to, int most, Consumer<OfferAnswer> consumer) {
        stream("report.offer_answer", "presented_at", from, to, most, """
                SELECT kind, category, channel, bought, scores FROM report.offer_answer
                WHERE presented_at >= ? AND presented_at < ? AND customer_part < ?
                ORDER BY presented_at, decision_id""", row -> consumer.accept(answer(row)));
    }

    /** A cursor needs a transaction around it. */
    private void stream(
            String view, String time, Instant from, Instant to, int most, String sql, Consumer<ResultSet> consumer) {
        Timestamp first = Timestamp.from(from);
        Timestamp last = Timestamp.from(to);
        transaction.executeWithoutResult(status -> {
            Long customers = jdbc.queryForObject(
                    "SELECT count(DISTINCT customer_id) FROM " + view + " WHERE " + time + " >= ? AND " + time + " < ?",
                    Long.class,
                    first,
                    last);
            long parts = Math.min(PARTS, PARTS * (long) most / Math.max(1, customers));
            jdbc.query(sql, consumer::accept, first, last, parts);
        });
    }

    private Reading reading(ResultSet row) {
        try {
            Map<String, Double> features = read(row.getString("features"), FEATURES, new HashMap<>());
            read(row.getString("services"), SERVICES, List.<String>of())
                    .forEach(service -> features.put(DecisionFeatures.SERVICE + service, 1.0));
            return new Reading(features, read(row.getString("scores"), SCORES, List.of()));
        } catch (SQLException e) {
            throw new IllegalStateException("What a decision read cannot be read back", e);
        }
    }

    private OfferAnswer answer(ResultSet row) {
        try {
            String category = row.getString("category");
            return new OfferAnswer(
                    category == null ? null : ServiceCategory.valueOf(category),
                    "UPSELL".equals(row.getString("kind")),
                    ChannelCode.valueOf(row.getString("channel")),
                    row.getBoolean("bought"),
                    read(row.getString("scores"), SCORES, List.of()));
        } catch (SQLException e) {
            throw new IllegalStateException("What became of an offer cannot be read back", e);
        }
    }

    private <T, R extends T> T read(String text, TypeReference<R> type, T otherwise) {
        try {
            return text == null ? otherwise : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a decision read or said cannot be read back", e);
        }
    }
}
