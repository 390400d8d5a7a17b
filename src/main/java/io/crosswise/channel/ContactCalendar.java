package io.crosswise.channel;

import io.crosswise.channel.ContactSettings.Region;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Contactability;
import io.crosswise.policy.ContactTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells when one customer may be spoken to: the zone, hours and public holidays of the place where they live. */
public class ContactCalendar {
    private final ChannelSettings channels;
    private final ContactSettings contacts;
    private final PublicHolidays holidays;

    public ContactCalendar(ChannelSettings channels, ContactSettings contacts, PublicHolidays holidays) {
        this.channels = channels;
        this.contacts = contacts;
        this.holidays = holidays;
    }

    /** Where quiet hours are switched off, hours of channels and holidays are too. */
    public ContactTimes of(CustomerProfile customer, Instant now) {
        Contactability reach = customer.contactability();
        Region region = contacts.region(reach == null ? null : reach.postalArea());
        ZoneId zone = region.zone() == null ? channels.zone() : region.zone();
        boolean quiet = channels.quietHours().enabled();
        return new ContactTimes(
                zone,
                channels.quietHours(),
                quiet ? contacts.hours() : Map.of(),
                quiet ? holidays(region, now.atZone(zone).toLocalDate()) : Set.of(),
                channels.bestHour(),
                channels.connected(),
                contacts.longestWait());
    }

    private Set<LocalDate> holidays(Region region, LocalDate today) {
        LocalDate last = today.plusDays(ContactTimes.AHEAD);
        String calendar = region.holidays() == null ? contacts.holidays() : region.holidays();
        Set<LocalDate> found = new TreeSet<>(holidays.between(calendar, today, last));
        contacts.extraHolidays().stream()
                .filter(day -> !day.isBefore(today) && !day.isAfter(last))
                .forEach(found::add);
        return found;
    }
}
