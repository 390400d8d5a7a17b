package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.channel.ContactSettings.Region;
import io.crosswise.channel.jollyday.JollydayHolidays;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.ContactTimes;
import io.crosswise.policy.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Zone and public holidays of the place where a customer lives, computed by the library the product uses. */
class ContactCalendarTest {
    private static final ContactSettings SETTINGS = new ContactSettings(
            Map.of(), "fr", List.of(LocalDate.parse("2026-05-15")),
            Map.of(
                    "67", new Region(null, "fr-67"),
                    "974", new Region(ZoneId.of("Indian/Reunion"), "re"),
                    "972", new Region(ZoneId.of("America/Martinique"), "mq")),
            null);
    private final ContactCalendar calendar = new ContactCalendar(ChannelSettings.DEFAULTS, SETTINGS, new JollydayHolidays());

    @Test
    void holidaysThatMoveWithEasterAreComputed() {
        assertThat(of("75011", "2026-03-20T10:00:00Z").holidays())
                .containsExactly(LocalDate.parse("2026-04-06"), LocalDate.parse("2026-05-01"));
        assertThat(of("75011", "2026-05-05T10:00:00Z").holidays())
                .as("victory, ascension, a day of ours, Whit Monday")
                .containsExactly(
                        LocalDate.parse("2026-05-08"), LocalDate.parse("2026-05-14"), LocalDate.parse("2026-05-15"),
                        LocalDate.parse("2026-05-25"));
    }

    @Test
    void aCalendarThatDoesNotExistIsNotTaken() {
        JollydayHolidays holidays = new JollydayHolidays();

        assertThat(List.of("fr", "fr-67", "re", "de-by")).allMatch(holidays::knows);
        assertThat(List.of("xx", "fr-999", "france", "fr-")).noneMatch(holidays::knows);
    }

    @Test
    void alsaceKeepsGoodFridayAndTheDayAfterChristmas() {
        assertThat(of("67000", "2026-12-20T10:00:00Z").holidays())
                .contains(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"));
        assertThat(of("67000", "2026-03-20T10:00:00Z").holidays()).contains(LocalDate.parse("2026-04-03"));
    }

    @Test
    void overseasHasItsOwnZoneAndHolidays() {
        ContactTimes reunion = of("97400", "2026-12-10T10:00:00Z");

        assertThat(reunion.zone()).isEqualTo(ZoneId.of("Indian/Reunion"));
        assertThat(reunion.holidays()).contains(LocalDate.parse("2026-12-20"));
        assertThat(of("97200", "2026-05-10T10:00:00Z").holidays()).contains(LocalDate.parse("2026-05-22"));
    }

    @Test
    void whosePlaceIsUnknownLivesInTheDefaultZone() {
        assertThat(calendar.of(aCustomer().build(), Instant.parse("2026-11-10T10:00:00Z")).zone())
                .isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void withoutQuietHoursThereAreNoHolidaysEither() {
        ContactCalendar demo = new ContactCalendar(
                ChannelSettings.DEFAULTS.withQuietHours(QuietHours.OFF), SETTINGS, new JollydayHolidays());

        assertThat(demo.of(aCustomer().build(), Instant.parse("2026-12-20T10:00:00Z")).holidays()).isEmpty();
    }

    private ContactTimes of(String postalCode, String now) {
        CustomerProfile profile = aCustomer().livingIn(postalCode).build();
        return calendar.of(profile, Instant.parse(now));
    }
}
