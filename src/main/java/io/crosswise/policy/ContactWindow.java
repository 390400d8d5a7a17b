package io.crosswise.policy;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The time over which a cap counts: the last hours or days, or the running day, week (from Monday) or month of the customer's
 * calendar.
 *
 * @param length of a rolling window, null for a calendar's
 */
public record ContactWindow(Kind kind, Duration length) implements Serializable {
    public enum Kind {
        ROLLING,
        DAY,
        WEEK,
        MONTH
    }

    /**
     * Reads {@code P7D} or {@code PT24H} as a rolling window, {@code DAY}, {@code WEEK} and {@code MONTH} as the calendar's.
     *
     * @return empty when the text names none, or one that reaches further back than what is remembered
     */
    static Optional<ContactWindow> parse(String text) {
        try {
            return text.startsWith("P")
                    ? Optional.of(Duration.parse(text))
                            .filter(length -> length.toNanos() > 0 && length.compareTo(ContactHistory.REACH) <= 0)
                            .map(length -> new ContactWindow(Kind.ROLLING, length))
                    : Optional.of(new ContactWindow(Kind.valueOf(text), null)).filter(window -> window.kind() != Kind.ROLLING);
        } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** When something that happened at that moment counts no more, because the window has moved past it. */
    public Instant leaves(Instant event, ZoneId zone) {
        if (kind == Kind.ROLLING) {
            return event.plus(length);
        }
        LocalDate day = event.atZone(zone).toLocalDate();
        LocalDate next = switch (kind) {
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
            default -> day.plusDays(1);
        };
        return next.atStartOfDay(zone).toInstant();
    }

    /** Whether the event counts now; what is yet to come does not. */
    public boolean holds(Instant event, Instant now, ZoneId zone) {
        return !event.isAfter(now) && leaves(event, zone).isAfter(now);
    }
}
