package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Page;
import java.time.Instant;

/** Every contact that was not made, and why. */
public interface SuppressedContacts {
    /**
     * @param when {@code DECISION}, or {@code SENDING} when it was found out right before
     * @param rule row of the contact policy, null where none spoke
     * @param opensAt when a cap lets the channel be used again, null when no time changes it
     */
    record Suppressed(
            DecisionId decisionId, CustomerId customerId, Instant at, String when, ChannelCode channel, String reason, String rule,
            String text, Instant opensAt) {}

    /** Newest first; null filters match all; {@code from} inclusive, {@code to} exclusive. */
    Page<Suppressed> list(CustomerId customer, String reason, Instant from, Instant to, int page, int size);
}
