package io.crosswise.decision;

import static io.crosswise.experiment.Experiment.TREATED;
import static io.crosswise.experiment.Experiment.UNIVERSAL;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.experiment.ApplyArms;

/** Tells, once the offer stands, whether a hold-out keeps it from the customer, so that the effect of offering can be measured. */
public class AssignArm {
    /** The hold-out the customer is in, the universal one first; else treated in the universal one. */
    public Experiment assign(ApplyArms arms, Candidate offer) {
        return arms.heldOut(offer.categories())
                .map(arm -> new Experiment(arm.experiment(), arm.arm()))
                .orElseGet(() -> new Experiment(UNIVERSAL, TREATED));
    }
}
