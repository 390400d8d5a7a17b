package io.crosswise.outcome;

/**
 * What became of a response.
 *
 * @param intake whether it was new
 * @param reason why it was parked, null otherwise
 */
public record ResponseResult(Intake intake, State state, ParkedReason reason) {
    public enum Intake {
        FIRST,
        /** The same response was taken before; nothing changed. */
        REPEATED,
        /** Its source has used the id for another response; nothing was stored. */
        CONFLICTING
    }

    public enum State {
        /** It answered the offer. */
        MATCHED,
        /** Kept for a person; it changed nothing. */
        PARKED,
        /** Kept as an interest shown. */
        RECORDED
    }

    public enum ParkedReason {
        UNKNOWN_DECISION,
        /** The decision made no offer. */
        NO_OFFER,
        ALREADY_ANSWERED,
        OFFER_EXPIRED,
        OFFER_CANCELLED,
        /** The offer is open, yet nothing waits for its answer. */
        NOT_WAITING
    }
}
