package io.crosswise.learning.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.Gate;
import io.crosswise.learning.Training;
import io.crosswise.learning.Training.State;
import io.crosswise.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcTrainingsIT {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final JdbcClient jdbc = JdbcClient.create(TestPostgres.migratedDatabase());

    @Test
    void remembersWhatCameOfATraining() {
        JdbcTrainings trainings = at(NOON);
        trainings.add(waiting("T-1"));
        Training ended = new Training(
                "T-1", "churn", State.TRAINED, "registered", 1, "7", null,
                List.of(new Gate("CHANCE", true, "fine")), Map.of("auc", 0.7), "scientist", NOON, NOON.plusSeconds(60));
        trainings.update(ended);
        assertThat(trainings.find("T-1")).contains(ended);
        assertThat(trainings.of("churn")).containsExactly(ended);
        assertThat(trainings.of("margin")).isEmpty();
        assertThat(trainings.find("T-2")).isEmpty();
    }

    @Test
    void aTrainingWhoseNodeIsGoneHasFailed() {
        at(NOON).add(waiting("T-1"));
        assertThat(at(NOON.plus(Duration.ofMinutes(2))).find("T-1").orElseThrow().state()).isEqualTo(State.QUEUED);
        at(NOON.plus(Duration.ofMinutes(2))).alive("T-1");
        assertThat(at(NOON.plus(Duration.ofMinutes(4))).find("T-1").orElseThrow().state()).isEqualTo(State.QUEUED);
        Training gone = at(NOON.plus(Duration.ofMinutes(6))).find("T-1").orElseThrow();
        assertThat(gone.state()).isEqualTo(State.FAILED);
        assertThat(gone.message()).contains("ask again");
    }

    private static Training waiting(String id) {
        return new Training(id, "churn", State.QUEUED, "waiting", 0, null, null, List.of(), Map.of(), "scientist", NOON, null);
    }

    private JdbcTrainings at(Instant now) {
        return new JdbcTrainings(jdbc, new ObjectMapper(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
