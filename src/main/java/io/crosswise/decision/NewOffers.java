package io.crosswise.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Which offers are new enough to be explored. Counted at most once a second and only for decisions that may explore; in that
 * second an offer may be explored a few times more than its limit.
 */
public class NewOffers {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ExposureCounts counts;
    private final ExplorationSettings settings;
    private volatile Count last = new Count(Instant.MIN, Map.of());

    public NewOffers(ExposureCounts counts, ExplorationSettings settings) {
        this.counts = counts;
        this.settings = settings;
    }

    /**
     * By code; empty for a decision that does not explore.
     *
     * @param onSale codes on sale, asked for only when they are counted
     */
    public Map<String, Exposure> of(Supplier<? extends Collection<String>> onSale, String seed, Instant now) {
        if (!settings.drawn(seed)) {
            return Map.of();
        }
        if (!last.isFresh(now)) {
            last = new Count(now, count(onSale.get(), now));
        }
        return last.exposures();
    }

    private Map<String, Exposure> count(Collection<String> offers, Instant now) {
        Map<String, Exposure> found = new TreeMap<>();
        counts.of(offers, settings.newBelow(), now.truncatedTo(ChronoUnit.DAYS)).forEach((offer, exposure) -> {
            if (exposure.mayBeExplored(settings)) {
                found.put(offer, exposure);
            }
        });
        return Collections.unmodifiableMap(found);
    }

    private record Count(Instant at, Map<String, Exposure> exposures) {
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
        }
    }
}
