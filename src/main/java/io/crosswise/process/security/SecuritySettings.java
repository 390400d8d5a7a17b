package io.crosswise.process.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How logins are checked.
 *
 * @param demoUsers whether a user per role exists whose password is its name; always so in the profile {@code demo}
 * @param credentialsCache how long a checked password is trusted without asking again, at most 60 s
 */
@ConfigurationProperties("crosswise.security")
public record SecuritySettings(@DefaultValue("false") boolean demoUsers, @DefaultValue("60s") Duration credentialsCache) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException when the cache would outlive 60 s */
    public SecuritySettings {
        if (credentialsCache.isNegative() || credentialsCache.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("crosswise.security.credentials-cache is 0 to 60 s, not " + credentialsCache);
        }
    }
}
