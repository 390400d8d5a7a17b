package io.crosswise.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactWindowTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

    @ParameterizedTest
    @CsvSource({
        "P7D,   2026-11-21T09:30:00Z, 2026-11-28T09:30:00Z",
        "PT24H, 2026-10-24T20:00:00Z, 2026-10-25T20:00:00Z",
        "DAY,   2026-11-21T22:59:59Z, 2026-11-21T23:00:00Z",
        "DAY,   2026-11-21T23:00:00Z, 2026-11-22T23:00:00Z",
        "DAY,   2026-10-24T22:30:00Z, 2026-10-25T23:00:00Z",
        "DAY,   2026-03-28T23:30:00Z, 2026-03-29T22:00:00Z",
        "WEEK,  2026-11-22T22:59:59Z, 2026-11-22T23:00:00Z",
        "WEEK,  2026-11-22T23:00:00Z, 2026-11-29T23:00:00Z",
        "WEEK,  2026-10-21T08:00:00Z, 2026-10-25T23:00:00Z",
        "MONTH, 2026-10-31T22:59:59Z, 2026-10-31T23:00:00Z",
        "MONTH, 2026-10-01T00:00:00Z, 2026-10-31T23:00:00Z",
        "MONTH, 2026-12-05T00:00:00Z, 2026-12-31T23:00:00Z"
    })
    void aTouchCountsUntilTheWindowMovesPastIt(String window, Instant touch, Instant leaves) {
        ContactWindow parsed = ContactWindow.parse(window).orElseThrow();

        assertThat(parsed.leaves(touch, PARIS)).isEqualTo(leaves);
        assertThat(parsed.holds(touch, leaves.minusMillis(1), PARIS)).isTrue();
        assertThat(parsed.holds(touch, leaves, PARIS)).isFalse();
    }

    @Test
    void theDayEndsAtMidnightWhereTheCustomerLives() {
        ContactWindow day = ContactWindow.parse("DAY").orElseThrow();
        Instant nineInTheEveningInParis = Instant.parse("2026-11-21T20:00:00Z");

        assertThat(day.leaves(nineInTheEveningInParis, PARIS)).isEqualTo("2026-11-21T23:00:00Z");
        assertThat(day.leaves(nineInTheEveningInParis, REUNION)).as("already the next day there").isEqualTo("2026-11-22T20:00:00Z");
    }

    @Test
    void whatIsYetToComeDoesNotCount() {
        Instant now = Instant.parse("2026-11-21T09:30:00Z");

        assertThat(ContactWindow.parse("P7D").orElseThrow().holds(now.plusSeconds(1), now, PARIS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P7D", "P93D", "P1Y", "YEAR", "ROLLING", "week", "P", ""})
    void isNoneThatCannotBeCounted(String text) {
        assertThat(ContactWindow.parse(text)).isEmpty();
    }
}
