package io.crosswise.learning;

import java.util.Collection;
import java.util.Comparator;

/** How far a model has moved away from its training; a higher one wins over a lower one. */
public enum DriftLevel {
    /** Too few rows to tell movement from chance. */
    UNKNOWN,
    STABLE,
    /** Look at it before the next retraining. */
    WATCH,
    /** What the model says can no longer be relied upon. */
    ALARM;

    /** The highest of them; {@link #UNKNOWN} when nothing is known. */
    static DriftLevel worst(Collection<DriftLevel> levels) {
        return levels.stream().max(Comparator.naturalOrder()).orElse(UNKNOWN);
    }

    /** Whether it asks for more attention than another; nothing is known and nothing has moved ask for none alike. */
    boolean isAbove(DriftLevel other) {
        return Math.max(ordinal(), STABLE.ordinal()) > Math.max(other.ordinal(), STABLE.ordinal());
    }

    DriftLevel atMost(DriftLevel ceiling) {
        return compareTo(ceiling) > 0 ? ceiling : this;
    }

    /** 0 stable, 1 watch, 2 alarm; NaN unknown. */
    public double number() {
        return this == UNKNOWN ? Double.NaN : ordinal() - 1;
    }
}
