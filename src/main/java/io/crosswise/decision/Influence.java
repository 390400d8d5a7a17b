package io.crosswise.decision;

/** What can move a decision away from the offer worth most. */
public enum Influence {
    /** A row of a policy table, a rule, or a limit refused an offer. */
    RULE,
    /** A row of {@code levers.dmn} finds an offer more or less relevant because of what just happened. */
    CONTEXT,
    /** A row of {@code levers.dmn} pushes an offer or holds it back because the business wants it so. */
    LEVER,
    /** The customer said "maybe later". */
    LATER,
    /** A new offer got a contact so that something is learnt about it. */
    EXPLORATION,
    /** An arm of an experiment left an offer out or preferred another. */
    EXPERIMENT
}
