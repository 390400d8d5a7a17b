package io.crosswise.explanation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What explaining may cost the machine that also decides.
 *
 * @param threads explanations whose counterfactuals are searched at a time
 * @param longestWait how long another one waits for its turn before it is refused
 */
@ConfigurationProperties("crosswise.explanation")
public record ExplanationSettings(@DefaultValue("1") int threads, @DefaultValue("10s") Duration longestWait) {
    /** @throws IllegalArgumentException without a thread, or with a negative wait */
    public ExplanationSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("crosswise.explanation.threads is 1 or more, not " + threads);
        }
        if (longestWait.isNegative()) {
            throw new IllegalArgumentException("crosswise.explanation.longest-wait is 0 or more, not " + longestWait);
        }
    }
}
