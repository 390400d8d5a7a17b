package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Which channels may be used for a customer today.
 *
 * @param allowed in the order of {@link ChannelCode}
 * @param refused with the reason
 * @param unknowns what is not known about the customer and therefore excluded nothing, listed in the record
 */
public record ContactPermissions(List<ChannelCode> allowed, Map<ChannelCode, Reason> refused, List<String> unknowns)
        implements Serializable {}
