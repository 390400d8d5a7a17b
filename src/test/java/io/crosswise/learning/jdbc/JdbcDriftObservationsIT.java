package io.crosswise.learning.jdbc;

import static io.crosswise.learning.jdbc.DecisionLog.NOW;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.decision.OfferState;
import io.crosswise.learning.DriftObservations.OfferAnswer;
import io.crosswise.learning.DriftObservations.Reading;
import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcDriftObservationsIT {
    private static final String TV = "propensity-tv";
    private static final Map<String, Double> FEATURES = Map.of("usage", 0.5);

    private final Database database = new Database();
    private final DecisionLog log = new DecisionLog(database);
    private final JdbcDriftObservations observations =
            new JdbcDriftObservations(database.dataSource, database.transaction, new ObjectMapper());

    @Test
    void readsTheNewestScoredDecisionOfEachCustomer() {
        log.decided("D-1", "C-1", 9, Map.of("usage", 0.1), TV, 0.1);
        log.decided("D-2", "C-1", 5, Map.of("usage", 0.2), TV, 0.2);
        log.decided("D-3", "C-1", 1, Map.of("usage", 0.3), null, 0);
        log.decided("D-4", "C-2", 31, FEATURES, TV, 0.4);
        log.decided("D-5", "C-3", 0, FEATURES, TV, 0.5);
        database.decisions.record(aDecision().withId("D-6").about("C-4").build(), null, OfferState.CLOSED);

        assertThat(decisions(1_000)).containsExactlyInAnyOrder(
                new Reading(Map.of("usage", 0.2, "service_FIBRE", 1.0), List.of(new Score(TV, "1", 0.2))),
                new Reading(Map.of("usage", 0.5, "service_FIBRE", 1.0), List.of(new Score(TV, "1", 0.5))));
    }

    @Test
    void readsASampleOfManyCustomersThatStaysTheSame() {
        database.transaction.executeWithoutResult(status -> IntStream.range(0, 400).forEach(
                i -> log.decided("D-" + i, "C-" + i, 3, Map.of("usage", (double) i), TV, 0.1)));
        List<Reading> sample = decisions(100);

        assertThat(sample).hasSizeBetween(70, 130).isEqualTo(decisions(100));
    }

    @Test
    void tellsWhatBecameOfAnOfferThirtyDaysAfterItsFirstTouch() {
        offer("D-1", List.of("TV_1"), "CROSS_SELL");
        log.presented("D-1", "EMAIL", "SENT", 45);
        log.presented("D-1", "SMS", "SENT", 40);
        log.bought("D-1", 20);
        offer("D-2", List.of("TV_2"), "UPSELL");
        log.presented("D-2", "CALL_CENTRE", "SENT", 44);
        log.bought("D-2", 13);
        offer("D-3", List.of("TV_1", "FIBRE"), "BUNDLE");
        log.presented("D-3", "SELF_CARE", "SENT", 43);

        List<Score> scores = List.of(new Score(TV, "1", 0.3));
        assertThat(offers()).containsExactly(
                new OfferAnswer(ServiceCategory.TV, false, ChannelCode.EMAIL, true, scores),
                new OfferAnswer(ServiceCategory.TV, true, ChannelCode.CALL_CENTRE, false, scores),
                new OfferAnswer(null, false, ChannelCode.SELF_CARE, false, scores));
    }

    @Test
    void leavesOutOffersThatNeverArrivedAreYoungOrKeepACustomer() {
        offer("D-1", List.of("TV_1"), "CROSS_SELL");
        log.presented("D-1", "EMAIL", "SUPPRESSED", 45);
        offer("D-2", List.of("TV_1"), "CROSS_SELL");
        log.presented("D-2", "EMAIL", "SENT", 29);
        log.bought("D-2", 28);
        log.decided("D-3", "C-3", 45, FEATURES, TV, 0.3, List.of("TV_1"), "RETENTION", "RETAIN");
        log.presented("D-3", "EMAIL", "SENT", 45);

        assertThat(offers()).isEmpty();
    }

    private void offer(String id, List<String> services, String kind) {
        log.decided(id, "C-" + id, 46, FEATURES, TV, 0.3, services, kind, "OFFER");
    }

    private List<Reading> decisions(int most) {
        List<Reading> found = new ArrayList<>();
        observations.decisions(NOW.minus(Duration.ofDays(30)), NOW, most, found::add);
        return found;
    }

    private List<OfferAnswer> offers() {
        List<OfferAnswer> found = new ArrayList<>();
        observations.offers(NOW.minus(Duration.ofDays(60)), NOW.minus(Duration.ofDays(30)), 1_000, found::add);
        return found;
    }
}
