package io.crosswise.evidence;

/**
 * One thing that is not as it was sealed.
 *
 * @param decisionId null where only a place in the chain is known
 * @param eventId null when the decision itself is meant
 * @param sequence place in the chain, null for a row outside of it
 */
public record Finding(Kind kind, String decisionId, Long eventId, Long sequence, String detail) {

    public enum Kind {
        /** The row says something else than when it was sealed. */
        CHANGED,
        /** The row is gone. */
        DELETED,
        /** The row was put beside the sealer. */
        INSERTED,
        /** The end of the chain is gone: heads are kept outside that the database no longer has. */
        TRUNCATED,
        /** The chain itself was changed, or has a gap. */
        CHAIN_BROKEN,
        /** An offer does not stand as its events say. */
        STATE_CHANGED,
        /** Rows wait for their seal for longer than they may. */
        UNSEALED,
        /** A run was sealed with a key that is not configured here, so it cannot be verified. */
        UNKNOWN_KEY,
        /** Heads that should be kept outside the database are not there. */
        ANCHORS_MISSING
    }
}
