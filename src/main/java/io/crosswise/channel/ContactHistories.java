package io.crosswise.channel;

import io.crosswise.policy.ContactHistory;
import io.crosswise.shared.CustomerId;
import java.time.Instant;

/** How often we spoke to a customer lately. */
public interface ContactHistories {
    /**
     * Touches that were sent or may have been, over the 7 and the 30 days before now; one query.
     *
     * @param lastRefusal as the decision log knows it, null never
     */
    ContactHistory of(CustomerId customer, Instant now, Instant lastRefusal);
}
