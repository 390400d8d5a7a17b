package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;

/**
 * One customer's part in a campaign.
 *
 * @param upgrade whether a smaller service of the category was held
 * @param channel through which it was offered or, in the control, would have been; so for the hour
 */
record Contact(
        Campaign campaign,
        Offer offer,
        boolean upgrade,
        ChannelCode channel,
        HourBand hour,
        boolean treated,
        boolean bought) {}
