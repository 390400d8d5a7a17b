package io.crosswise.process.present;

import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.Instant;

/**
 * What {@code present-offer} needs to begin.
 *
 * @param approvalRole group that must agree first, null when nobody must
 * @param notBefore earliest moment to speak, null is at once
 */
public record Presentation(ChannelCode channel, String approvalRole, Instant notBefore) implements Serializable {}
