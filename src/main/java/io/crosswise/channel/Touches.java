package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import java.time.Instant;
import java.util.Optional;

/** Every touch, one per decision and channel. */
public interface Touches {
    Optional<Touch> find(DecisionId decision, ChannelCode channel);

    /** Stores the touch with the caller's transaction; a second one of the same key changes nothing. */
    void record(Touch touch);

    /**
     * Commits the claim before it returns, whatever becomes of the caller; false when somebody claimed it before, or when the customer
     * was erased.
     */
    boolean claim(Touch touch);

    /** Commits what became of a claimed touch before it returns: the outside world does not roll back with the caller. */
    void settle(Touch touch, Touch.State state, Instant at, String detail);

    /** Commits that a claimed message surely has not left, so that the next attempt sends it. */
    void release(Touch touch);
}
