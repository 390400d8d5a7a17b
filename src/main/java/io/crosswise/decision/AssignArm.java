package io.crosswise.decision;

import io.crosswise.decision.Decision.Experiment;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.StableHash;

/** Puts a customer into an arm of the running experiment: a share of all customers is never contacted, so that the effect can be measured. */
public class AssignArm {
    public static final String UNIVERSAL_HOLD_OUT = "universal-holdout";
    public static final String HELD_OUT = "HELD_OUT";
    public static final String TREATED = "TREATED";
    private static final int BUCKETS = 10_000;

    /** The same customer always gets the same arm; a larger share keeps everybody held out who was. */
    public Experiment assign(CustomerId customer, DecisionSettings settings) {
        int bucket = StableHash.bucket(UNIVERSAL_HOLD_OUT, customer.value(), BUCKETS);
        boolean heldOut = bucket < Math.round(settings.holdOutShare() * BUCKETS);
        return new Experiment(UNIVERSAL_HOLD_OUT, heldOut ? HELD_OUT : TREATED);
    }
}
