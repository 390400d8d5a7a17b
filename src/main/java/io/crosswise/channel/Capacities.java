package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many contacts each limited channel can still take today. Counted at most once a second, so a decision costs no SQL; in that
 * second a channel may take a few contacts more than its limit.
 */
public class Capacities {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ChannelLoads loads;
    private final ChannelSettings settings;
    private volatile Count count = new Count(Instant.MIN, Map.of());

    public Capacities(ChannelLoads loads, ChannelSettings settings) {
        this.loads = loads;
        this.settings = settings;
    }

    /** Never negative; a channel that is missing is unlimited. */
    public Map<ChannelCode, Integer> left(Instant now) {
        if (settings.capacity().isEmpty()) {
            return Map.of();
        }
        if (!count.isFresh(now)) {
            count = new Count(now, count(now));
        }
        return count.left();
    }

    private Map<ChannelCode, Integer> count(Instant now) {
        Instant startOfDay = now.atZone(settings.zone()).toLocalDate().atStartOfDay(settings.zone()).toInstant();
        Map<ChannelCode, Integer> load = loads.since(startOfDay, settings.capacity().keySet());
        Map<ChannelCode, Integer> left = new EnumMap<>(ChannelCode.class);
        settings.capacity().forEach((channel, limit) -> left.put(channel, Math.max(0, limit - load.getOrDefault(channel, 0))));
        return Collections.unmodifiableMap(left);
    }

    private record Count(Instant at, Map<ChannelCode, Integer> left) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
