package io.crosswise.channel;

import io.crosswise.policy.ContactHours;
import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When customers may be contacted, prefix {@code crosswise.contact}; a value that is null takes its default.
 *
 * @param hours of each channel that may not be used at any time
 * @param holidays the calendar of public holidays, by ISO 3166 code of the country; empty is none
 * @param extraHolidays days that count as public holidays beside those of the calendar
 * @param regions where other zones or holidays hold, by the beginning of the postal code; the longest beginning wins
 * @param longestWait how long an offer may wait for a contact window, 14 days by default
 */
public record ContactSettings(
        Map<ChannelCode, ContactHours> hours,
        String holidays,
        List<LocalDate> extraHolidays,
        Map<String, Region> regions,
        Duration longestWait)
        implements Serializable {
    public static final ContactSettings DEFAULTS = new ContactSettings(null, null, null, null, null);

    /** @param zone null is the zone of all @param holidays calendar, with its part after a dash, for example {@code fr-67}; null is that of all */
    public record Region(ZoneId zone, String holidays) implements Serializable {}

    public ContactSettings {
        hours = hours == null ? Map.of() : Map.copyOf(hours);
        holidays = holidays == null ? "" : holidays;
        extraHolidays = extraHolidays == null ? List.of() : List.copyOf(extraHolidays);
        regions = regions == null ? Map.of() : Map.copyOf(regions);
        longestWait = longestWait == null ? Duration.ofDays(14) : longestWait;
    }

    /** Names of all calendars of public holidays asked for. */
    Set<String> calendars() {
        return Stream.concat(Stream.of(holidays), regions.values().stream().map(Region::holidays))
                .filter(name -> name != null && !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of the place with this postal code or beginning of one; null is unknown. */
    Region region(String postalCode) {
        for (int length = postalCode == null ? 0 : postalCode.length(); length > 0; length--) {
            Region region = regions.get(postalCode.substring(0, length));
            if (region != null) {
                return region;
            }
        }
        return new Region(null, null);
    }
}
