package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A channel that suits the customer, and why.
 *
 * @param rank smallest first; channels of one rank suit alike
 */
public record ChannelPreference(ChannelCode channel, BigDecimal rank, Reason reason) implements Serializable {}
