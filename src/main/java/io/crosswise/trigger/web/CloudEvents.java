package io.crosswise.trigger.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crosswise.platform.Problem;
import io.crosswise.shared.CustomerId;
import io.crosswise.trigger.TriggerEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads a trigger from a CloudEvents 1.0 request, in structured or binary JSON mode. */
final class CloudEvents {
    private static final int MAX_BYTES = 64 * 1024;
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CloudEvents() {}

    /** @throws Problem 400 when it is no CloudEvent, 413 when it is larger than 64 KiB, 422 when the subject can be no customer */
    static TriggerEvent read(HttpHeaders headers, byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new Problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "Too large", "A trigger has at most 64 KiB");
        }
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw malformed("The body must be a JSON object");
        }
        return headers.containsKey("ce-specversion")
                ? event(name -> headers.getFirst("ce-" + name), json)
                : event(name -> text(json, name), json.path("data"));
    }

    private static TriggerEvent event(java.util.function.UnaryOperator<String> attributes, JsonNode data) {
        if (!"1.0".equals(attributes.apply("specversion"))) {
            throw malformed("specversion must be \"1.0\"");
        }
        String subject = required(attributes, "subject");
        if (!CustomerId.isValid(subject)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_ENTITY, "unknown-customer", "Unknown customer", "subject can be no customer id");
        }
        if (!data.isMissingNode() && !data.isNull() && !data.isObject()) {
            throw malformed("data must be a JSON object");
        }
        return new TriggerEvent(
                required(attributes, "source"),
                required(attributes, "id"),
                required(attributes, "type"),
                new CustomerId(subject),
                time(attributes.apply("time")),
                data.isObject() ? JSON.convertValue(data, DATA) : Map.of());
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw malformed("The body is no valid JSON (" + place(e) + ")");
        } catch (IOException e) {
            throw malformed("The body is no valid JSON");
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "end of input"
                : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw malformed(name + " must be a text");
        }
        return value.textValue();
    }

    private static String required(java.util.function.UnaryOperator<String> attributes, String name) {
        String value = attributes.apply(name);
        if (value == null || value.isBlank() || value.length() > 200 || value.indexOf('\0') >= 0) {
            throw malformed(name + " is required, 1 to 200 characters");
        }
        return value;
    }

    private static Instant time(String time) {
        try {
            return time == null ? null : OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            throw malformed("time must be a timestamp such as 2026-11-21T09:30:00Z");
        }
    }

    private static Problem malformed(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "malformed-event", "Malformed event", detail);
    }
}
