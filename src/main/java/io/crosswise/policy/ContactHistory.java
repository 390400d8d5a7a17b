package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * How often we spoke to a customer lately.
 *
 * @param contacts7d touches sent in the last 7 days, per channel; a channel without any is missing
 * @param contacts30d likewise for 30 days
 * @param lastRefusal when the customer last declined an offer, null never
 */
public record ContactHistory(Map<ChannelCode, Integer> contacts7d, Map<ChannelCode, Integer> contacts30d, Instant lastRefusal)
        implements Serializable {
    public static final ContactHistory NONE = new ContactHistory(Map.of(), Map.of(), null);
}
