package io.crosswise.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void lastFromEightInTheEveningToNineInTheMorning() {
        assertThat(end("2026-11-21T18:59:59Z")).isNull();
        assertThat(end("2026-11-21T19:00:00Z")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(end("2026-11-21T23:30:00Z")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(end("2026-11-22T07:59:59Z")).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(end("2026-11-22T08:00:00Z")).isNull();
    }

    @Test
    void endAtNineByTheClockOnTheWallWhenTheClocksChange() {
        assertThat(end("2026-10-24T20:00:00Z")).isEqualTo("2026-10-25T08:00:00Z");
        assertThat(end("2026-03-28T20:00:00Z")).isEqualTo("2026-03-29T07:00:00Z");
    }

    @Test
    void mayLieWithinOneDay() {
        QuietHours lunch = new QuietHours(true, LocalTime.of(12, 0), LocalTime.of(14, 0));

        assertThat(lunch.endAfter(Instant.parse("2026-11-21T12:30:00Z"), PARIS)).isEqualTo("2026-11-21T13:00:00Z");
        assertThat(lunch.endAfter(Instant.parse("2026-11-21T13:00:00Z"), PARIS)).isNull();
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(QuietHours.OFF.endAfter(Instant.parse("2026-11-21T23:30:00Z"), PARIS)).isNull();
    }

    private static Instant end(String now) {
        return QuietHours.DEFAULTS.endAfter(Instant.parse(now), PARIS);
    }
}
