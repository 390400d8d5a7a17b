package io.crosswise.trigger.jdbc;

import java.security.SecureRandom;
import java.time.Instant;

/** Keys that sort by time, so that new rows land side by side in an index: 48 bits of milliseconds, 80 bits of chance. */
public class TimeOrderedIds {
    private final SecureRandom random = new SecureRandom();

    /** 32 hexadecimal digits. */
    public String next(Instant now) {
        return "%012x%04x%016x".formatted(now.toEpochMilli(), random.nextInt(1 << 16), random.nextLong());
    }
}
