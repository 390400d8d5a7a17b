package io.crosswise.channel;

import io.crosswise.policy.PastTouch;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.List;

/** When we spoke to a customer lately. */
public interface ContactHistories {
    /**
     * Touches that sell something and were sent or may have been, over the {@link io.crosswise.policy.ContactHistory#REACH} before now,
     * newest first; one query.
     */
    List<PastTouch> of(CustomerId customer, Instant now);
}
