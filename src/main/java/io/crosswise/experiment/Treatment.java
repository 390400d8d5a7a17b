package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.io.Serializable;

/**
 * What an arm does differently; fields its action does not use are null.
 *
 * @param offer code of the offer preferred, left out or discounted; null for a discount means every offer
 * @param euros per month that are added to the discount, negative takes away
 * @param channel that goes before all others where it may be used
 * @param variant of the message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Treatment(Action action, String offer, Money euros, ChannelCode channel, String variant) implements Serializable {
    public static final Treatment NONE = new Treatment(Action.NONE, null, null, null, null);

    public enum Action {
        /** Business as usual. */
        NONE,
        /** Decided like everybody, recorded, not contacted. */
        HOLD_OUT,
        /** The offer wins wherever it is allowed and worth something. */
        PREFER_OFFER,
        EXCLUDE_OFFER,
        CHANGE_DISCOUNT,
        PREFER_CHANNEL,
        MESSAGE
    }

    public Treatment {
        action = action == null ? Action.NONE : action;
    }
}
