package io.crosswise.process.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Groups of users as looked up a moment ago, so that a login costs no query on every request. */
class RecentGroups {
    private static final int MOST = 10_000;

    private record Found(List<String> groups, Instant until) {}

    /** Replaced as a whole when forgotten, so that a look-up that began before does not put old groups back. */
    private final AtomicReference<Map<String, Found>> found = new AtomicReference<>(new ConcurrentHashMap<>());

    private final Duration trusted;
    private final Clock clock;

    /** @param trusted how long an answer is given again without asking */
    RecentGroups(Duration trusted, Clock clock) {
        this.trusted = trusted;
        this.clock = clock;
    }

    /** A look-up that answers empty is asked again the next time. */
    Optional<List<String>> get(String key, Supplier<Optional<List<String>>> lookUp) {
        Map<String, Found> known = found.get();
        Found recent = known.get(key);
        if (recent != null && clock.instant().isBefore(recent.until)) {
            return Optional.of(recent.groups);
        }
        Optional<List<String>> groups = lookUp.get();
        if (known.size() >= MOST) {
            known.clear();
        }
        groups.ifPresent(now -> known.put(key, new Found(now, clock.instant().plus(trusted))));
        return groups;
    }

    /** To be called whenever a user, a password or a membership changes. */
    void forget() {
        found.set(new ConcurrentHashMap<>());
    }
}
