package io.crosswise.decision;

import io.crosswise.shared.StableHash;
import java.io.Serializable;

/**
 * How new offers get the contacts from which models learn about them.
 *
 * @param share of decisions that may explore, [0,1]; 0 turns it off
 * @param newBelow an offer presented fewer times than this is new; 0 or more
 * @param priorWeight how many contacts the model's propensity counts for against the offer's own, above 0
 * @param perDay how often a day (UTC) exploration may choose the same offer
 * @param inTotal how often it may ever do so
 */
public record ExplorationSettings(double share, int newBelow, double priorWeight, int perDay, int inTotal) implements Serializable {
    public static final ExplorationSettings OFF = new ExplorationSettings(0, 0, 10, 0, 0);

    /** @throws IllegalArgumentException when a value is outside its range */
    public ExplorationSettings {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("crosswise.decision.exploration.share is in [0,1], not " + share);
        }
        if (!(priorWeight > 0 && Double.isFinite(priorWeight))) {
            throw new IllegalArgumentException("crosswise.decision.exploration.prior-weight is above 0, not " + priorWeight);
        }
        if (newBelow < 0 || perDay < 0 || inTotal < 0) {
            throw new IllegalArgumentException("crosswise.decision.exploration takes no negative counts: " + this);
        }
    }

    /** Whether the decision with this seed is one of the share that may explore. */
    public boolean drawn(String seed) {
        return share > 0 && StableHash.uniform("exploration", seed) < share;
    }
}
