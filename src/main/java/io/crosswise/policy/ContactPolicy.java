package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;

/**
 * What {@code contact-policy.dmn} answers about a customer.
 *
 * @param refusals in the table's order, plain ones and those a cap may bring about
 * @param bases what allows a contact; a channel without any may not be used
 */
public record ContactPolicy(List<Refusal> refusals, List<ContactCap> caps, List<LegalBasis> bases) implements Serializable {
    /** @param scope offers that are refused; empty when channels are */
    public record Refusal(List<ChannelCode> channels, List<Scope> scope, Reason reason) implements Serializable {}
}
