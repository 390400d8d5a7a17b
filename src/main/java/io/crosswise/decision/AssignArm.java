package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.experiment.ApplyArms;

/** Tells, once the offer stands, whether a hold-out keeps it from the customer, so that the effect of offering can be measured. */
public class AssignArm {
    public static final String UNIVERSAL_HOLD_OUT = io.crosswise.experiment.Experiment.UNIVERSAL;
    public static final String HELD_OUT = io.crosswise.experiment.Experiment.HELD_OUT;
    public static final String TREATED = io.crosswise.experiment.Experiment.TREATED;

    /** The hold-out the customer is in, the universal one first; else treated in the universal one. */
    public Experiment assign(ApplyArms arms, Candidate offer) {
        return arms.heldOut(offer.categories())
                .map(arm -> new Experiment(arm.experiment(), arm.arm()))
                .orElseGet(() -> new Experiment(UNIVERSAL_HOLD_OUT, TREATED));
    }
}
