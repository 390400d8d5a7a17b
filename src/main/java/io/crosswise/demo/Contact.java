package io.crosswise.demo;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.ChannelCode;

/** One customer's part in a campaign. @param channel through which it was offered or, in the control, would have been */
record Contact(Campaign campaign, Offer offer, ChannelCode channel, boolean treated, boolean bought) {}
