package io.crosswise.decision;

/** Where a decision stands; everything but {@code OFFER} and {@code RETAIN} outcomes is CLOSED from the start. */
public enum OfferState {
    AWAITING_APPROVAL,
    SCHEDULED,
    PRESENTED,
    ACCEPTED,
    DECLINED,
    /** The customer wants to be asked again later. */
    LATER,
    EXPIRED,
    CANCELLED,
    CLOSED;

    /** Whether the customer can still answer, so that another trigger meets an open offer. */
    public boolean isOpen() {
        return this == AWAITING_APPROVAL || this == SCHEDULED || this == PRESENTED;
    }
}
