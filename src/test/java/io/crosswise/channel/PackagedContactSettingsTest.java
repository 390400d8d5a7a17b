package io.crosswise.channel;

import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.platform.StartRefused;
import io.crosswise.policy.ContactTimes;
import io.crosswise.shared.ChannelCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** The hours, holidays and places that ship in {@code application.yaml}. */
class PackagedContactSettingsTest {
    private static final ChannelConfiguration CONFIGURATION = new ChannelConfiguration();
    private final ContactSettings settings = CONFIGURATION.contactSettings(packaged());

    @ParameterizedTest
    @CsvSource({
        "CALL_CENTRE, 2026-11-25T09:30, 2026-11-25T10:00",
        "CALL_CENTRE, 2026-11-25T10:00, 2026-11-25T10:00",
        "CALL_CENTRE, 2026-11-25T13:00, 2026-11-25T14:00",
        "CALL_CENTRE, 2026-11-27T20:00, 2026-11-30T10:00",
        "CALL_CENTRE, 2026-12-25T11:00, 2026-12-28T10:00",
        "SMS, 2026-11-28T19:00, 2026-11-28T19:00",
        "SMS, 2026-11-29T11:00, 2026-11-30T09:00",
        "EMAIL, 2026-11-29T11:00, 2026-11-29T11:00",
        "EMAIL, 2026-12-25T11:00, 2026-12-26T09:00",
        "SELF_CARE, 2026-12-25T03:00, 2026-12-25T03:00"
    })
    void keepTheHoursOfTheLaw(ChannelCode channel, LocalDateTime from, LocalDateTime earliest) {
        ZoneId paris = ZoneId.of("Europe/Paris");

        assertThat(times("75011").earliest(channel, from.atZone(paris).toInstant()).atZone(paris).toLocalDateTime()).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "67000, Europe/Paris, 2026-12-26", "97100, America/Guadeloupe, 2026-05-27", "97200, America/Martinique, 2026-05-22",
        "97300, America/Cayenne, 2026-06-10", "97400, Indian/Reunion, 2026-12-20", "97600, Indian/Mayotte, 2026-04-27",
        "98800, Pacific/Noumea, 2026-09-24"
    })
    void knowTheZonesAndHolidaysOfEveryPlace(String postalCode, ZoneId zone, LocalDate holiday) {
        ContactTimes times = calendar(settings).of(
                aCustomer().livingIn(postalCode).build(), holiday.minusDays(7).atStartOfDay(zone).toInstant());

        assertThat(times.zone()).isEqualTo(zone);
        assertThat(times.holidays()).contains(holiday);
    }

    @Test
    void letNoOfferWaitForMoreThanTwoWeeks() {
        assertThat(settings.longestWait()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void refuseACalendarThatDoesNotExist() {
        ContactSettings mistyped =
                CONFIGURATION.contactSettings(new MockEnvironment().withProperty("crosswise.contact.regions.67.holidays", "fr-bas-rhin"));

        assertThatThrownBy(() -> calendar(mistyped)).isInstanceOf(StartRefused.class).hasMessageContaining("\"fr-bas-rhin\"");
    }

    private ContactTimes times(String postalCode) {
        return calendar(settings).of(aCustomer().livingIn(postalCode).build(), Instant.parse("2026-11-25T08:00:00Z"));
    }

    private static ContactCalendar calendar(ContactSettings settings) {
        return CONFIGURATION.contactCalendar(ChannelSettings.DEFAULTS, settings);
    }

    private static StandardEnvironment packaged() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("packaged", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }
}
