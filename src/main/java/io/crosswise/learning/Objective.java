package io.crosswise.learning;

/** What a model's answer is; survival hazards are probabilities, uplift is a value (see {@link TrainingSet#isUplift}). */
public enum Objective {
    /** P(target = 1), grown on the logistic loss and calibrated. */
    PROBABILITY,
    /** The mean of the target, grown on the squared error. */
    VALUE
}
