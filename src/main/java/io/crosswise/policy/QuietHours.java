package io.crosswise.policy;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which nobody is disturbed, prefix {@code crosswise.channel.quiet-hours}; a value that is null takes its default.
 *
 * @param from local time they begin, inclusive
 * @param until local time they end, exclusive; may lie on the next day
 */
public record QuietHours(Boolean enabled, LocalTime from, LocalTime until) implements Serializable {
    public static final QuietHours DEFAULTS = new QuietHours(null, null, null);
    public static final QuietHours OFF = new QuietHours(false, null, null);

    public QuietHours {
        enabled = enabled == null || enabled;
        from = from == null ? LocalTime.of(20, 0) : from;
        until = until == null ? LocalTime.of(9, 0) : until;
    }

    /** The moment the quiet hours around {@code now} end, null when it is none of them. */
    public Instant endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        if (!enabled || !holds(local.toLocalTime())) {
            return null;
        }
        boolean today = local.toLocalTime().isBefore(until);
        return local.toLocalDate().plusDays(today ? 0 : 1).atTime(until).atZone(zone).toInstant();
    }

    private boolean holds(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
