package io.crosswise.scoring.jdbc;

import io.crosswise.scoring.Comparison.Arm;
import io.crosswise.scoring.PairedScores;
import io.crosswise.scoring.ScoredOffers;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the views {@code report.model_score} and {@code report.offer_result}. */
public class JdbcScoredOffers implements ScoredOffers {
    private static final int MOST_PAIRS = 200_000;

    private static final String ARM =
            """
            SELECT count(DISTINCT s.customer_id) AS customers,
                   count(DISTINCT s.customer_id) FILTER (WHERE r.converted) AS converted
            FROM report.model_score s
            LEFT JOIN report.offer_result r ON r.decision_id = s.decision_id
            WHERE s.decided_at >= ? AND s.kind = 'DECIDED' AND s.outcome <> 'HELD_OUT' AND s.model = ? AND s.version = ?
            """;

    private static final String PAIRS =
            """
            SELECT d.value AS champion, s.value AS challenger, r.converted
            FROM report.model_score d
            JOIN report.model_score s
              ON s.decision_id = d.decision_id AND s.kind = 'SHADOW' AND s.model = d.model AND s.version = :challenger
            JOIN report.offer_result r ON r.decision_id = d.decision_id
            WHERE d.decided_at >= :since AND s.decided_at >= :since
              AND d.kind = 'DECIDED' AND d.model = :model AND d.version = :champion
              AND r.answered
              AND (CAST(:category AS text) IS NULL OR :category = ANY (r.categories))
              AND (CAST(:channel AS text) IS NULL OR r.channel = :channel)
            ORDER BY d.decided_at DESC, d.decision_id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;

    public JdbcScoredOffers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Arm arm(String model, String version, Instant since) {
        return jdbc.sql(ARM)
                .params(Timestamp.from(since), model, version)
                .query((row, n) -> new Arm(row.getLong(1), row.getLong(2)))
                .single();
    }

    @Override
    public PairedScores pairs(
            String model,
            String champion,
            String challenger,
            ServiceCategory category,
            ChannelCode channel,
            Instant since) {
        List<Pair> pairs = jdbc.sql(PAIRS)
                .param("challenger", challenger)
                .param("since", Timestamp.from(since))
                .param("model", model)
                .param("champion", champion)
                .param("category", category == null ? null : category.name())
                .param("channel", channel == null ? null : channel.name())
                .param("limit", MOST_PAIRS)
                .query((row, n) -> new Pair(row.getDouble(1), row.getDouble(2), row.getBoolean(3)))
                .list();
        boolean[] converted = new boolean[pairs.size()];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = pairs.get(i).converted();
        }
        return new PairedScores(
                pairs.stream().mapToDouble(Pair::champion).toArray(),
                pairs.stream().mapToDouble(Pair::challenger).toArray(),
                converted);
    }

    private record Pair(double champion, double challenger, boolean converted) {}
}
