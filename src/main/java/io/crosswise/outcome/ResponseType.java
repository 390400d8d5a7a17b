package io.crosswise.outcome;

/** What a customer can do with an offer. */
public enum ResponseType {
    OPENED,
    CLICKED,
    ACCEPTED,
    DECLINED,
    /** Not now: the offer ends, is lowered for a while and comes back. */
    LATER;

    /** Whether it settles the offer. */
    public boolean isAnswer() {
        return this == ACCEPTED || this == DECLINED || this == LATER;
    }
}
