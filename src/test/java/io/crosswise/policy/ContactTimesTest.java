package io.crosswise.policy;

import static io.crosswise.shared.ChannelCode.ACCOUNT_MANAGER;
import static io.crosswise.shared.ChannelCode.CALL_CENTRE;
import static io.crosswise.shared.ChannelCode.EMAIL;
import static io.crosswise.shared.ChannelCode.SELF_CARE;
import static io.crosswise.shared.ChannelCode.SMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.policy.ContactHours.Span;
import io.crosswise.shared.ChannelCode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of French law, in Paris, with Christmas 2026 (a Friday) as the public holiday. */
class ContactTimesTest {
    private static final ContactHours CALLS = new ContactHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(span("14:00", "20:00"), span("10:00", "13:00")),
            null);
    private final ContactTimes times = new ContactTimes(
            ZoneId.of("Europe/Paris"),
            QuietHours.DEFAULTS,
            Map.of(
                    EMAIL, new ContactHours(null, null, null),
                    SMS, new ContactHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), null, null),
                    CALL_CENTRE, CALLS),
            Set.of(LocalDate.parse("2026-12-25")),
            false,
            Set.of(),
            Duration.ofDays(14));

    @ParameterizedTest
    @CsvSource({
        "CALL_CENTRE, 2026-11-25T09:30:00Z, 2026-11-25T09:30:00Z, within the morning hours",
        "CALL_CENTRE, 2026-11-25T07:30:00Z, 2026-11-25T09:00:00Z, before ten",
        "CALL_CENTRE, 2026-11-25T12:00:00Z, 2026-11-25T13:00:00Z, at lunch",
        "CALL_CENTRE, 2026-11-25T19:00:00Z, 2026-11-26T09:00:00Z, after eight in the evening",
        "CALL_CENTRE, 2026-11-27T19:30:00Z, 2026-11-30T09:00:00Z, a Friday evening",
        "CALL_CENTRE, 2026-12-24T19:30:00Z, 2026-12-28T09:00:00Z, the evening before a holiday and a week-end",
        "CALL_CENTRE, 2026-10-23T18:30:00Z, 2026-10-26T09:00:00Z, the week-end the clocks go back",
        "CALL_CENTRE, 2026-03-27T19:30:00Z, 2026-03-30T08:00:00Z, the week-end the clocks go forward",
        "EMAIL,       2026-11-25T22:30:00Z, 2026-11-26T08:00:00Z, at night",
        "EMAIL,       2026-11-29T10:00:00Z, 2026-11-29T10:00:00Z, a Sunday",
        "EMAIL,       2026-12-24T22:30:00Z, 2026-12-26T08:00:00Z, the night before a holiday",
        "SMS,         2026-11-29T10:00:00Z, 2026-11-30T08:00:00Z, a Sunday",
    })
    void noContactBeforeTheHourIsOne(ChannelCode channel, Instant from, Instant earliest, String when) {
        assertThat(times.earliest(channel, from)).as(when).isEqualTo(earliest);
    }

    @Test
    void whereTheCustomerComesToUsEveryHourIsOne() {
        Instant night = Instant.parse("2026-12-25T02:00:00Z");

        assertThat(times.earliest(SELF_CARE, night)).isEqualTo(night);
        assertThat(times.earliest(ACCOUNT_MANAGER, night)).isEqualTo(night);
    }

    @Test
    void hoursEndAfterTheyBegin() {
        assertThatThrownBy(() -> new ContactHours(null, List.of(span("20:00", "14:00")), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20:00");
    }

    private static Span span(String from, String until) {
        return new Span(LocalTime.parse(from), LocalTime.parse(until));
    }
}
