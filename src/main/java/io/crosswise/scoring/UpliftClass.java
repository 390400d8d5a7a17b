package io.crosswise.scoring;

/**
 * The four kinds of customers of uplift modelling (Radcliffe and Surry 2011, "Real-World Uplift Modelling with
 * Significance-Based Uplift Trees").
 */
public enum UpliftClass {
    /** Buys because of the offer. */
    PERSUADABLE,
    /** Buys anyway. */
    SURE_THING,
    /** Does not buy either way. */
    LOST_CAUSE,
    /** Buys less when offered: better left alone. */
    SLEEPING_DOG;

    /** Below it an uplift is not told from none: one percentage point. */
    static final double NOTICEABLE = 0.01;

    /** P(buys anyway) from which a customer counts as sure, where the offer changes nothing noticeable. */
    static final double SURE = 0.10;

    /**
     * @param uplift P(buys | offered) − P(buys anyway), [−1,1]
     * @param anyway P(buys anyway), [0,1]
     */
    static UpliftClass of(double uplift, double anyway) {
        if (uplift >= NOTICEABLE) {
            return PERSUADABLE;
        } else if (uplift <= -NOTICEABLE) {
            return SLEEPING_DOG;
        }
        return anyway >= SURE ? SURE_THING : LOST_CAUSE;
    }
}
