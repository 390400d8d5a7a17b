package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;

/** A channel that suits the customer, and why. */
public record ChannelPreference(ChannelCode channel, Reason reason) implements Serializable {}
