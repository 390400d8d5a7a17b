package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A channel that suits the customer, and why.
 *
 * @param rank smallest first; channels of one rank suit alike
 * @param waitDays an offer rather waits so many days for a better channel than to take this one
 */
public record ChannelPreference(ChannelCode channel, BigDecimal rank, int waitDays, Reason reason) implements Serializable {
    public ChannelPreference(ChannelCode channel, BigDecimal rank, Reason reason) {
        this(channel, rank, 0, reason);
    }
}
