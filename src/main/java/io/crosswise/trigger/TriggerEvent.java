package io.crosswise.trigger;

import io.crosswise.shared.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a customer, as a source reported it.
 *
 * @param source who reports, for example {@code /crm}; unique together with {@code id}
 * @param time when it happened; null when the source does not say
 * @param data what the source adds, plain JSON values; every field is optional
 */
public record TriggerEvent(String source, String id, String type, CustomerId subject, Instant time, Map<String, Object> data)
        implements Serializable {}
