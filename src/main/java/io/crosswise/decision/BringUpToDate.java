package io.crosswise.decision;

/** Replaces in a stored input what we decide by, and leaves what we knew of the customer. */
public interface BringUpToDate {
    /**
     * The input with the catalogue, the settings and the build of today; profile, features, contacts, open offers, capacity, clock
     * and seed stay as they were.
     */
    DecisionInput bringUpToDate(DecisionInput stored);
}
