package io.crosswise.explanation;

import static io.crosswise.explanation.FindCounterfactualsTest.JSON;
import static io.crosswise.explanation.FindCounterfactualsTest.candidate;
import static io.crosswise.testing.CustomerBuilder.aStranger;
import static io.crosswise.testing.DecisionBuilder.DECIDED_AT;
import static io.crosswise.testing.DecisionBuilder.aDecision;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.decision.Decision;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.DecisionInput;
import io.crosswise.decision.RunDecision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeepCounterfactualsTest {
    private static final DecisionInput INPUT = anInput().about(aStranger().build()).build();

    private final AtomicInteger runs = new AtomicInteger();
    private Instant now = DECIDED_AT;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void aDecisionIsSearchedOnceForAWhile() {
        KeepCounterfactuals keep = keeping((input, versions) -> counted(), Duration.ofSeconds(1));
        keep.of(refusing("D-1"), INPUT);
        int once = runs.get();

        keep.of(refusing("D-1"), INPUT);
        assertThat(once).isPositive();
        assertThat(runs.get()).isEqualTo(once);

        keep.of(refusing("D-2"), INPUT);
        assertThat(runs.get()).as("another decision").isEqualTo(2 * once);

        now = now.plus(KeepCounterfactuals.FRESH).plusSeconds(1);
        keep.of(refusing("D-1"), INPUT);
        assertThat(runs.get()).as("a table may have changed meanwhile").isEqualTo(3 * once);
    }

    @Test
    void whoFindsNoPlaceIsToldToAskAgain() throws Exception {
        CountDownLatch searching = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        KeepCounterfactuals keep = keeping(
                (input, versions) -> {
                    searching.countDown();
                    await(asked);
                    return counted();
                },
                Duration.ZERO);
        CompletableFuture<?> first = CompletableFuture.supplyAsync(() -> keep.of(refusing("D-1"), INPUT));
        searching.await();

        assertThatThrownBy(() -> keep.of(refusing("D-2"), INPUT)).isInstanceOf(TooManyExplanations.class).hasMessageContaining("ask again");

        asked.countDown();
        first.join();
        assertThat(keep.of(refusing("D-2"), INPUT)).isEmpty();
    }

    private KeepCounterfactuals keeping(RunDecision run, Duration longestWait) {
        return new KeepCounterfactuals(new FindCounterfactuals(run, JSON), new ExplanationSettings(1, longestWait), clock);
    }

    private Decision counted() {
        runs.incrementAndGet();
        return refusing("D-0");
    }

    private static Decision refusing(String id) {
        return aDecision()
                .withId(id)
                .withoutOffer()
                .considering(candidate("O-TV", CandidateVerdict.REJECTED, "AGE", "ELIGIBILITY"))
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
