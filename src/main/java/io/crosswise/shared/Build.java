package io.crosswise.shared;

import java.io.Serializable;
import java.time.Instant;

/**
 * A build of the product.
 *
 * @param version as released
 * @param time it was built, as its build states it; null unknown
 * @param code first twelve digits of the SHA-256 over all of its classes: the same code gives the same digits
 */
public record Build(String version, Instant time, String code) implements Serializable {
    public static final Build UNKNOWN = new Build("unknown", null, "unknown");
}
