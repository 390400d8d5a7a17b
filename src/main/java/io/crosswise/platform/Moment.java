package io.crosswise.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;

/** A moment in a query: a timestamp, or a day, which stands for its beginning in UTC. */
public final class Moment {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private Moment() {}

    /** @return null when the text is @throws Problem 400 when it is neither, or not of our era */
    public static Instant read(String parameter, String text) {
        if (text == null) {
            return null;
        }
        Instant moment = parse(text);
        if (moment == null || moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-period",
                    "Bad period",
                    parameter + " is a day such as 2026-11-21 or a timestamp such as 2026-11-21T09:30:00Z");
        }
        return moment;
    }

    private static Instant parse(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
