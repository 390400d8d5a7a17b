package io.crosswise.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Counts contacts per offer. */
public interface ExposureCounts {
    /**
     * One query; an offer nobody was ever told about has zeros.
     *
     * @param atMost contacts are counted up to this number, so that an old offer costs no more than a new one
     * @param startOfDay from when explorations count as today's
     */
    Map<String, Exposure> of(Collection<String> offers, int atMost, Instant startOfDay);
}
