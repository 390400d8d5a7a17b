package io.crosswise.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One time we spoke to a customer to sell something.
 *
 * @param offer code of what was offered, null unknown
 * @param groups offer groups it belongs to, the categories of its services; empty unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastTouch(ChannelCode channel, Instant at, String offer, List<ServiceCategory> groups) implements Serializable {
    public PastTouch {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }
}
