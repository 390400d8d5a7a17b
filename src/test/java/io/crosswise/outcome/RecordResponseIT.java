package io.crosswise.outcome;

import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.decision.OfferState;
import io.crosswise.outcome.ResponseResult.Intake;
import io.crosswise.outcome.ResponseResult.ParkedReason;
import io.crosswise.outcome.ResponseResult.State;
import io.crosswise.outcome.jdbc.JdbcResponses;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.testing.Database;
import io.crosswise.testing.MemoryCustomers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordResponseIT {
    private static final Instant WHEN = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private final Database database = new Database();
    private final JdbcResponses responses = new JdbcResponses(database.jdbc);
    private final MemoryCustomers customers = new MemoryCustomers();
    private final List<String> answered = Collections.synchronizedList(new ArrayList<>());
    private boolean somebodyWaits = true;
    private final RecordResponse recordResponse = new RecordResponse(
            responses,
            database.decisions,
            customers,
            (decision, answer, at) -> somebodyWaits && answered.add(decision + " " + answer + " " + at),
            Clock.fixed(DECIDED_AT, ZoneOffset.UTC));

    @Test
    void answersTheOfferUnderTheCustomersLock() {
        database.with(aDecision().in(OfferState.PRESENTED).withState());

        assertThat(record("r-1", ResponseType.ACCEPTED)).isEqualTo(new ResponseResult(Intake.FIRST, State.MATCHED, null));
        assertThat(record("r-2", ResponseType.DECLINED).state()).isEqualTo(State.MATCHED);
        assertThat(record("r-3", ResponseType.LATER).state()).isEqualTo(State.MATCHED);

        assertThat(answered).containsExactly(
                "D-1 ACCEPTED 2026-11-22T10:00:00.123456Z",
                "D-1 DECLINED 2026-11-22T10:00:00.123456Z",
                "D-1 LATER 2026-11-22T10:00:00.123456Z");
        assertThat(customers.locked()).containsOnly(new CustomerId("C-000042"));
    }

    @Test
    void takesARepeatedResponseOnce() {
        database.with(aDecision().in(OfferState.PRESENTED).withState());
        record("r-1", ResponseType.ACCEPTED);

        assertThat(record("r-1", ResponseType.ACCEPTED)).isEqualTo(new ResponseResult(Intake.REPEATED, State.MATCHED, null));
        assertThat(answered).hasSize(1);
        assertThat(database.count("outcome.response")).isEqualTo(1);
    }

    @Test
    void refusesAnotherResponseUnderAUsedId() {
        database.with(aDecision().in(OfferState.PRESENTED).withState());
        record("r-1", ResponseType.ACCEPTED);

        assertThat(record("r-1", ResponseType.DECLINED).intake()).isEqualTo(Intake.CONFLICTING);
        assertThat(answered).hasSize(1);
    }

    @Test
    void recordsInterestWithoutAnsweringTheOffer() {
        database.with(aDecision().in(OfferState.PRESENTED).withState());

        assertThat(record("r-1", ResponseType.OPENED).state()).isEqualTo(State.RECORDED);
        assertThat(record("r-2", ResponseType.CLICKED).state()).isEqualTo(State.RECORDED);
        assertThat(answered).isEmpty();
    }

    @Test
    void parksAResponseToAnUnknownDecision() {
        assertThat(record("r-1", ResponseType.ACCEPTED))
                .isEqualTo(new ResponseResult(Intake.FIRST, State.PARKED, ParkedReason.UNKNOWN_DECISION));
        assertThat(record("r-1", ResponseType.ACCEPTED).intake()).isEqualTo(Intake.REPEATED);
    }

    @Test
    void parksAResponseToADecisionThatMadeNoOffer() {
        database.with(aDecision().withoutOffer().withState());

        assertThat(record("r-1", ResponseType.ACCEPTED).reason()).isEqualTo(ParkedReason.NO_OFFER);
        assertThat(record("r-2", ResponseType.OPENED).reason()).isEqualTo(ParkedReason.NO_OFFER);
        assertThat(answered).isEmpty();
    }

    @Test
    void parksALateResponseWithWhatHappenedToTheOffer() {
        somebodyWaits = false;

        assertThat(lateFor(OfferState.ACCEPTED)).isEqualTo(ParkedReason.ALREADY_ANSWERED);
        assertThat(lateFor(OfferState.DECLINED)).isEqualTo(ParkedReason.ALREADY_ANSWERED);
        assertThat(lateFor(OfferState.LATER)).isEqualTo(ParkedReason.ALREADY_ANSWERED);
        assertThat(lateFor(OfferState.EXPIRED)).isEqualTo(ParkedReason.OFFER_EXPIRED);
        assertThat(lateFor(OfferState.CANCELLED)).isEqualTo(ParkedReason.OFFER_CANCELLED);
        assertThat(lateFor(OfferState.PRESENTED)).isEqualTo(ParkedReason.NOT_WAITING);
        assertThat(responses.list(State.PARKED, 0, 50).total()).isEqualTo(6);
        assertThat(responses.list(State.MATCHED, 0, 50).total()).isZero();
    }

    @Test
    void answersOnceHoweverManyReportTheSameAtOnce() throws Exception {
        database.with(aDecision().in(OfferState.PRESENTED).withState());
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            Callable<Intake> report = () -> database.transaction
                    .execute(status -> record("r-1", ResponseType.ACCEPTED))
                    .intake();
            List<Future<Intake>> intakes =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> report).toList());

            List<Intake> seen = new ArrayList<>();
            for (Future<Intake> intake : intakes) {
                seen.add(intake.get());
            }
            assertThat(seen).containsOnlyOnce(Intake.FIRST).doesNotContain(Intake.CONFLICTING);
            assertThat(answered).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private ParkedReason lateFor(OfferState state) {
        database.with(aDecision().withId(state.name()).in(state).withState());
        return recordResponse
                .record(new ResponseEvent(state.name(), "/crm", new DecisionId(state.name()), ResponseType.ACCEPTED, WHEN))
                .reason();
    }

    private ResponseResult record(String id, ResponseType type) {
        return recordResponse.record(new ResponseEvent(id, "/crm", new DecisionId("D-1"), type, WHEN));
    }
}
