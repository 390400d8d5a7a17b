package io.crosswise.outcome.web;

import io.crosswise.outcome.ResponseEvent;
import io.crosswise.outcome.ResponseType;
import io.crosswise.platform.Problem;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** A response as other systems write it; everything is required. */
record ResponseBody(String id, String source, String decisionId, String type, String time) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** @throws Problem 400 when a field is missing or unreadable, 422 when the type is none of ours */
    ResponseEvent event() {
        return new ResponseEvent(
                text("id", id), text("source", source), new DecisionId(text("decisionId", decisionId)), knownType(), instant());
    }

    private static String text(String name, String value) {
        if (value == null || value.isBlank() || value.length() > 200 || value.chars().anyMatch(Character::isISOControl)) {
            throw malformed(name + " is required, 1 to 200 printable characters");
        }
        return value;
    }

    private ResponseType knownType() {
        text("type", type);
        return Arrays.stream(ResponseType.values())
                .filter(known -> known.name().equals(type))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "unknown-response-type",
                        "Unknown response type",
                        "type is one of " + Arrays.toString(ResponseType.values())));
    }

    private Instant instant() {
        try {
            Instant instant = OffsetDateTime.parse(text("time", time)).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // Answered below like a time out of range.
        }
        throw malformed("time is a timestamp of this century such as 2026-11-21T09:30:00Z");
    }

    private static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-response", "Malformed response", detail);
    }
}
