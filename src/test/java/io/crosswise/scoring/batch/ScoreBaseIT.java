package io.crosswise.scoring.batch;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.PersonalData;
import io.crosswise.scoring.RefusedScore;
import io.crosswise.scoring.batch.BatchRun.State;
import io.crosswise.scoring.jdbc.JdbcBatchRuns;
import io.crosswise.testing.AnsweringModels;
import io.crosswise.testing.Database;
import io.crosswise.testing.MemoryCustomers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScoreBaseIT {
    private static final int CUSTOMERS = 1_130;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC);

    private final Database database = new Database();
    private final JdbcBatchRuns runs = new JdbcBatchRuns(database.dataSource, database.jdbc, new ObjectMapper());
    private final MemoryCustomers customers = base();
    private final AnsweringModels models = new AnsweringModels().answering("churn", 0.1).answering("propensity-tv", 0.2);
    private final ScoreBase scoreBase = new ScoreBase(customers, models, runs, CLOCK);

    @Test
    void everyCustomerIsScoredWithEveryChampion() {
        String run = scoreBase.begin("scientist").orElseThrow().runId();

        scoreBase.score(() -> false);

        BatchRun done = runs.find(run).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.done()).isEqualTo(CUSTOMERS);
        assertThat(done.customers()).isEqualTo(CUSTOMERS);
        assertThat(done.models()).containsOnlyKeys("churn", "propensity-tv").containsValue("1");
        assertThat(database.count("scoring.customer_score")).isEqualTo(2L * CUSTOMERS);
        assertThat(score("C-000007", "propensity-tv")).isEqualTo(0.2);
    }

    @Test
    void aRunThatWasStoppedGoesOnWhereItStopped() {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        models.answering("churn", row -> {
            stop.compareAndSet(false, asked.addAndGet(row.asMap().isEmpty() ? 0 : 1) > 600);
            return 0.1;
        });
        String run = scoreBase.begin("scientist").orElseThrow().runId();
        scoreBase.score(stop::get);
        BatchRun stopped = runs.find(run).orElseThrow();
        assertThat(stopped.state()).isEqualTo(State.RUNNING);
        assertThat(stopped.done()).isBetween(250L, (long) CUSTOMERS - 1);

        asked.set(0);
        new ScoreBase(customers, models, runs, CLOCK).score(() -> false);

        assertThat(runs.find(run).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(runs.find(run).orElseThrow().done()).isEqualTo(CUSTOMERS);
        assertThat(asked.get()).as("customers asked again").isEqualTo(CUSTOMERS - (int) stopped.done());
        assertThat(database.count("scoring.customer_score")).isEqualTo(2L * CUSTOMERS);
    }

    @Test
    void anotherRunReplacesTheScores() {
        scoreBase.begin("scientist");
        scoreBase.score(() -> false);
        models.answering("churn", 0.4);

        scoreBase.begin("scientist");
        scoreBase.score(() -> false);

        assertThat(score("C-000007", "churn")).isEqualTo(0.4);
        assertThat(database.count("scoring.customer_score")).isEqualTo(2L * CUSTOMERS);
        assertThat(runs.list(0, 10).total()).isEqualTo(2);
    }

    @Test
    void oneRunAtATimeAndOneNodeAtATime() {
        assertThat(scoreBase.begin("scientist")).isPresent();
        assertThat(scoreBase.begin("scientist")).isEmpty();

        runs.alone(() -> scoreBase.score(() -> false));

        assertThat(runs.running()).as("the other node holds the lock").isPresent();
    }

    @Test
    void aModelThatRefusesACustomerIsCountedAndStopsNobody() {
        models.answering("propensity-tv", row -> {
            throw RefusedScore.of("propensity-tv", null);
        });
        String run = scoreBase.begin("scientist").orElseThrow().runId();

        scoreBase.score(() -> false);

        assertThat(runs.find(run).orElseThrow().refused()).isEqualTo(CUSTOMERS);
        assertThat(database.count("scoring.customer_score")).isEqualTo(CUSTOMERS);
    }

    @Test
    void aBugEndsTheRunWithItsName() {
        models.answering("churn", row -> {
            throw new IllegalStateException("bug");
        });
        String run = scoreBase.begin("scientist").orElseThrow().runId();

        scoreBase.score(() -> false);

        BatchRun failed = runs.find(run).orElseThrow();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.failure()).contains("IllegalStateException");
        assertThat(scoreBase.begin("scientist")).isPresent();
    }

    private double score(String customer, String model) {
        return database.jdbc
                .sql("SELECT score FROM scoring.customer_score WHERE customer_id = ? AND model = ?")
                .params(customer, model)
                .query(Double.class)
                .single();
    }

    private static MemoryCustomers base() {
        MemoryCustomers base = new MemoryCustomers();
        for (int i = 0; i < CUSTOMERS; i++) {
            base.with(aCustomer().withId("C-%06d".formatted(i)).build(), PersonalData.UNKNOWN);
        }
        return base;
    }
}
