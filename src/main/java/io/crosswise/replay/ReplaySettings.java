package io.crosswise.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many decisions are run again, prefix {@code crosswise.replay}.
 *
 * @param threads at once on the node that works on a run
 * @param part decisions read and stored at a time
 */
@ConfigurationProperties("crosswise.replay")
public record ReplaySettings(@DefaultValue("2") int threads, @DefaultValue("200") int part) {
    /** @throws IllegalArgumentException when a value is outside its range */
    public ReplaySettings {
        if (threads < 1 || threads > 64 || part < 1 || part > 10_000) {
            throw new IllegalArgumentException("crosswise.replay.threads is 1 to 64 and crosswise.replay.part 1 to 10000");
        }
    }
}
