package io.crosswise.demo.truth;

/** What being offered something does to a customer's buying. */
public enum Disposition {
    /** Buys because it was offered. */
    PERSUADABLE,
    /** Buys anyway. */
    SURE_THING,
    /** Buys in no case. */
    LOST_CAUSE,
    /** Buys less when offered. */
    SLEEPING_DOG
}
