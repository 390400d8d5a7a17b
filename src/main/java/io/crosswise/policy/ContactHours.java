package io.crosswise.policy;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a channel may be used at all, in the customer's local time; a value that is null takes its default.
 *
 * @param days of the week, all by default
 * @param spans of each of these days, the whole day by default
 * @param onHolidays whether public holidays are days like others, no by default
 */
public record ContactHours(Set<DayOfWeek> days, List<Span> spans, Boolean onHolidays) implements Serializable {
    /** @param until exclusive; midnight is the end of the day */
    public record Span(LocalTime from, LocalTime until) implements Serializable {
        ZonedDateTime end(LocalDate day, ZoneId zone) {
            return until.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay(zone) : day.atTime(until).atZone(zone);
        }
    }

    /** @throws IllegalArgumentException when a span ends before it begins */
    public ContactHours {
        days = days == null || days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days);
        spans = spans == null || spans.isEmpty()
                ? List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        onHolidays = onHolidays != null && onHolidays;
        for (Span span : spans) {
            if (!span.until().equals(LocalTime.MIDNIGHT) && !span.from().isBefore(span.until())) {
                throw new IllegalArgumentException("Contact hours end after they begin, not " + span.from() + " to " + span.until());
            }
        }
    }

    /** The first moment from then on, at most {@code days} later; empty when there is none. */
    Optional<Instant> next(Instant from, ZoneId zone, Set<LocalDate> holidays, int days) {
        ZonedDateTime local = from.atZone(zone);
        return local.toLocalDate().datesUntil(local.toLocalDate().plusDays(days + 1L))
                .filter(day -> this.days.contains(day.getDayOfWeek()) && (onHolidays || !holidays.contains(day)))
                .flatMap(day -> spans.stream()
                        .filter(span -> span.end(day, zone).isAfter(local))
                        .map(span -> day.atTime(span.from()).atZone(zone)))
                .map(start -> start.isBefore(local) ? local : start)
                .min(Comparator.naturalOrder())
                .map(ZonedDateTime::toInstant);
    }
}
