package io.crosswise.channel;

/** What became of a dispatch. */
public enum DispatchResult {
    SENT,
    /** Not sent: opted out, no usable address, or answered meanwhile. */
    SUPPRESSED,
    /** Not sent yet: the hour is not one to disturb the customer in. */
    POSTPONED,
    /** It may or may not have left; parked for a person. */
    UNCONFIRMED
}
