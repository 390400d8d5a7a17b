package io.crosswise.channel;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.util.Collection;
import java.util.Map;

/**
 * What is to be said on a channel, as far as the choice of the channel depends on it.
 *
 * @param categories of the offer, since what allows a contact by law may depend on it
 * @param worth euros over the horizon before the contact is paid for
 * @param contactCost euros one contact costs, per channel; a channel that is missing costs nothing
 */
public record Offered(Collection<ServiceCategory> categories, Money worth, Map<ChannelCode, Money> contactCost) {
    /** Whether something of the offer's worth is left after a contact on the channel. */
    boolean pays(ChannelCode channel) {
        return worth.compareTo(contactCost.getOrDefault(channel, Money.ZERO)) > 0;
    }
}
