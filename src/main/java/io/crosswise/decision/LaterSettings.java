package io.crosswise.decision;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How an offer comes back after a customer said "maybe later".
 *
 * @param floor factor on its score at the moment it is put off, [0,1]; 0 does not offer it at all, 1 takes no notice
 * @param comeback after how long it counts in full again; on the way the factor rises in a straight line
 */
public record LaterSettings(double floor, Duration comeback) implements Serializable {
    public static final LaterSettings DEFAULTS = new LaterSettings(0.1, Duration.ofDays(60));

    /** @throws IllegalArgumentException when a value is outside its range */
    public LaterSettings {
        if (!(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException("crosswise.decision.later.floor is in [0,1], not " + floor);
        }
        if (comeback.isNegative()) {
            throw new IllegalArgumentException("crosswise.decision.later.comeback is not negative, not " + comeback);
        }
    }

    /** Factor in [floor,1] at a moment: {@code floor + (1 − floor) × time since it was put off / comeback}, at most 1. */
    public double factor(Instant putOff, Instant now) {
        long passed = Math.max(0, Duration.between(putOff, now).toMillis());
        return passed >= comeback.toMillis() ? 1 : floor + (1 - floor) * passed / comeback.toMillis();
    }
}
