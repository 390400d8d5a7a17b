package io.crosswise.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentGroupsTest {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private int lookUps;
    private final RecentGroups groups = new RecentGroups(Duration.ofSeconds(60), new Clock() {
        @Override
        public ZoneOffset getZone() {
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
    });

    @Test
    void anAnswerIsGivenAgainForAMinute() {
        ask("ada", "manager");
        now = now.plusSeconds(59);
        assertThat(ask("ada", "agent")).contains(List.of("manager"));
        now = now.plusSeconds(1);
        assertThat(ask("ada", "agent")).contains(List.of("agent"));
        assertThat(lookUps).isEqualTo(2);
    }

    @Test
    void everybodyHasAnAnswerOfTheirOwn() {
        ask("ada", "manager");
        assertThat(ask("bob", "agent")).contains(List.of("agent"));
    }

    @Test
    void aRefusalIsNotRemembered() {
        assertThat(groups.get("ada", Optional::empty)).isEmpty();
        assertThat(ask("ada", "manager")).contains(List.of("manager"));
    }

    @Test
    void whatWasLookedUpBeforeAChangeIsNotPutBackAfterIt() {
        groups.get("ada", () -> {
            groups.forget();
            return Optional.of(List.of("manager"));
        });
        assertThat(ask("ada", "agent")).contains(List.of("agent"));
    }

    private Optional<List<String>> ask(String user, String group) {
        return groups.get(user, () -> {
            lookUps++;
            return Optional.of(List.of(group));
        });
    }
}
