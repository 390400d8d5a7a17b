package io.crosswise.replay;

import static io.crosswise.testing.DecisionBuilder.aDecision;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.crosswise.decision.Decision;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.StoredDecisions;
import io.crosswise.decision.StoredDecisions.Position;
import io.crosswise.decision.StoredDecisions.StoredDecision;
import io.crosswise.decision.VersionGone;
import io.crosswise.replay.ReplayRun.State;
import io.crosswise.replay.Tally.By;
import io.crosswise.replay.jdbc.PassingTrouble;
import io.crosswise.scoring.ShadowScore;
import io.crosswise.shared.Build;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/** Many decisions run again, in parts of two. */
class ReplayManyTest {
    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final DecisionInput INPUT = anInput().build();
    private final Log log = new Log();
    private final MemoryReplayRuns runs = new MemoryReplayRuns();

    @Test
    void countsWhatDiffersByOfferAndInEuros() {
        log.add("D-1", aDecision().build());
        log.add("D-2", aDecision().build());
        log.add("D-3", aDecision().build());
        ReplayMany many = many((input, versions) -> aDecision().withoutOffer().build());

        many.begin(Against.CURRENT, everything(), 2, "marketer");
        many.replay(() -> false);

        assertThat(runs.run.state()).isEqualTo(State.DONE);
        assertThat(runs.run.done()).isEqualTo(2);
        assertThat(runs.run.different()).isEqualTo(2);
        assertThat(runs.tallies)
                .filteredOn(tally -> tally.by() == By.OFFER)
                .containsExactly(
                        new Tally(By.OFFER, "NONE", 0, 0, 2, Money.ZERO, Money.ZERO),
                        new Tally(By.OFFER, "O-FIBRE", 2, 2, 0, Money.euros("176.80"), Money.ZERO));
        assertThat(runs.examples).extracting(Example::decisionId).containsExactly("D-1", "D-2");
    }

    @Test
    void anotherVersionThatSaysTheSameMakesADifferenceOnlyWhereTheStoredOneWasAsked() {
        log.add("D-1", aDecision().soldFrom("monday").build());
        ReplayMany many = many((input, versions) -> aDecision().soldFrom("tuesday").build());

        many.begin(Against.CURRENT, everything(), 100, "marketer");
        many.replay(() -> false);
        assertThat(runs.run.identical()).isEqualTo(1);

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> false);
        assertThat(runs.run.different()).isEqualTo(1);
    }

    @Test
    void whatWasErasedOrCannotBeRunIsCountedAndTheRestGoesOn() {
        log.add("D-1", aDecision().build());
        log.erased("D-2");
        log.add("D-3", aDecision().build());
        AtomicInteger call = new AtomicInteger();
        ReplayMany many = many((input, versions) -> {
            if (call.getAndIncrement() == 0) {
                throw VersionGone.missing("strategy", "3");
            }
            return aDecision().build();
        });

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> false);

        assertThat(runs.run.state()).isEqualTo(State.DONE);
        assertThat(runs.run.erased()).isEqualTo(1);
        assertThat(runs.run.failed()).isEqualTo(1);
        assertThat(runs.run.identical()).isEqualTo(1);
        assertThat(runs.examples).singleElement().satisfies(example -> assertThat(example.failure()).contains("Version 3 of strategy"));
    }

    @Test
    void whatAFailureSaysOfAPersonIsNotKept() {
        log.add("D-1", aDecision().build());
        ReplayMany many = many((input, versions) -> {
            throw new IllegalArgumentException("C-000042 is not 200 years old");
        });

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> false);

        assertThat(runs.examples).extracting(Example::failure).containsExactly("IllegalArgumentException; see the log");
    }

    @Test
    void aRecordNobodyCanReadIsCountedAsFailedAndTheRestGoesOn() {
        log.unreadable("D-1");
        log.add("D-2", aDecision().build());
        ReplayMany many = many((input, versions) -> aDecision().build());

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> false);

        assertThat(runs.run.state()).isEqualTo(State.DONE);
        assertThat(runs.run.failed()).isEqualTo(1);
        assertThat(runs.run.identical()).isEqualTo(1);
        assertThat(runs.examples).extracting(Example::decisionId).containsExactly("D-1");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentEndsNoRun() {
        log.add("D-1", aDecision().build());
        AtomicInteger call = new AtomicInteger();
        ReplayMany many = many((input, versions) -> {
            if (call.getAndIncrement() == 0) {
                throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
            }
            return aDecision().build();
        });
        many.begin(Against.STORED, everything(), 100, "marketer");

        assertThatThrownBy(() -> many.replay(() -> false)).hasMessageContaining("tried again later");
        assertThat(runs.run.state()).isEqualTo(State.RUNNING);
        assertThat(runs.run.done()).isZero();

        many.replay(() -> false);
        assertThat(runs.run.state()).isEqualTo(State.DONE);
        assertThat(runs.run.identical()).isEqualTo(1);
        assertThat(runs.run.failed()).isZero();
    }

    @Test
    void whatChallengersSayThatAreOnlyWatchedIsNoOtherDecision() {
        log.add("D-1", aDecision().watching(new ShadowScore("churn", "7", 0.1)).build());
        ReplayMany many = many((input, versions) -> aDecision().build());

        many.begin(Against.CURRENT, everything(), 100, "marketer");
        many.replay(() -> false);

        assertThat(runs.run.identical()).isEqualTo(1);
    }

    @Test
    void aDecisionFromBeforeWhatJudgesWasKeptSaysSo() {
        DecisionInput kept = anInput().build();
        DecisionInput old = new DecisionInput(
                kept.decisionId(), kept.triggerId(), null, kept.trigger(), kept.decidedAt(), kept.seed(), kept.profile(),
                kept.features(), kept.contacts(), null, kept.openOffers(), kept.postponed(), kept.capacityLeft(), kept.newOffers(),
                kept.catalogueVersion(), null, kept.settings(), null, kept.arms(), kept.build());
        ReplayDecision replay = new ReplayDecision(
                (input, versions) -> aDecision().build(), stored -> kept, new CompareRecords(JSON), Build.UNKNOWN);
        StoredDecision stored = new StoredDecision(new Position(NOW, new DecisionId("D-1")), "{}", aDecision().build(), old);

        assertThatThrownBy(() -> replay.replay(stored, Against.STORED))
                .isInstanceOf(VersionGone.class)
                .hasMessageContaining("before its contact times were kept");
        assertThat(replay.replay(stored, Against.CURRENT).change()).isNotNull();
    }

    @Test
    void aRunThatWasStoppedGoesOnWhereItStopped() {
        for (int i = 1; i <= 5; i++) {
            log.add("D-" + i, aDecision().build());
        }
        AtomicInteger decided = new AtomicInteger();
        ReplayMany many = many((input, versions) -> {
            decided.incrementAndGet();
            return aDecision().build();
        });

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> decided.get() > 0);
        assertThat(runs.run.state()).isEqualTo(State.RUNNING);
        assertThat(runs.run.done()).isEqualTo(2);
        many.replay(() -> false);

        assertThat(runs.run.state()).isEqualTo(State.DONE);
        assertThat(decided).hasValue(5);
        assertThat(runs.run.identical()).isEqualTo(5);
    }

    @Test
    void aRunThatIsCancelledStopsAfterItsPart() {
        for (int i = 1; i <= 5; i++) {
            log.add("D-" + i, aDecision().build());
        }
        ReplayMany many = many((input, versions) -> {
            runs.cancel("R-1", NOW);
            return aDecision().build();
        });

        many.begin(Against.STORED, everything(), 100, "marketer");
        many.replay(() -> false);

        assertThat(runs.run.state()).isEqualTo(State.CANCELLED);
        assertThat(runs.run.done()).isZero();
    }

    @Test
    void thereIsOneAtATimeAndItEndsWhereItBegan() {
        ReplayMany many = many((input, versions) -> aDecision().build());

        assertThat(many.begin(Against.STORED, everything(), 100, "marketer"))
                .hasValueSatisfying(run -> assertThat(run.selection().to()).isEqualTo(NOW));
        assertThat(many.begin(Against.STORED, everything(), 100, "marketer")).isEmpty();
    }

    private ReplayMany many(RunDecision runDecision) {
        return new ReplayMany(
                log,
                new ReplayDecision(runDecision, stored -> stored, new CompareRecords(JSON), Build.UNKNOWN),
                runs,
                new ReplaySettings(1, 2),
                new PassingTrouble(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static StoredDecisions.Selection everything() {
        return new StoredDecisions.Selection(null, null, null, null, null);
    }

    /** A decision log in memory. */
    private static final class Log implements StoredDecisions {
        private final List<StoredDecision> all = new ArrayList<>();

        void add(String id, Decision decision) {
            try {
                all.add(new StoredDecision(position(id), JSON.writeValueAsString(decision), decision, INPUT));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        void erased(String id) {
            all.add(new StoredDecision(position(id), "{}", null, null));
        }

        void unreadable(String id) {
            all.add(new StoredDecision(position(id), "{", null, null, true));
        }

        @Override
        public Optional<StoredDecision> find(DecisionId id) {
            return all.stream().filter(stored -> stored.position().id().equals(id)).findFirst();
        }

        @Override
        public long count(Selection selection) {
            return all.size();
        }

        @Override
        public List<StoredDecision> next(Selection selection, Position after, int most) {
            int begin = after == null ? 0 : 1 + all.stream().map(StoredDecision::position).toList().indexOf(after);
            return all.stream().skip(begin).limit(most).toList();
        }

        private Position position(String id) {
            return new Position(NOW.minusSeconds(100 - all.size()), new DecisionId(id));
        }
    }
}
