package io.crosswise.outcome;

/** What a customer can do with an offer. */
public enum ResponseType {
    OPENED,
    CLICKED,
    ACCEPTED,
    DECLINED;

    /** Whether it settles the offer. */
    public boolean isAnswer() {
        return this == ACCEPTED || this == DECLINED;
    }
}
