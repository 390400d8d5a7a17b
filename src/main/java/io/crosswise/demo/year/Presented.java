package io.crosswise.demo.year;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Money;
import java.util.List;

/**
 * An offer the customer has been told of.
 *
 * @param occasion after which it was decided
 * @param parts new services, in the order the product names them
 * @param discount euros a month off the sum of the parts
 * @param hour null when nobody was spoken to at a time of the day
 * @param cost euros of the contact
 * @param propensity as the product scored it, NaN when it did not
 */
record Presented(
        Occasion occasion,
        List<Offer> parts,
        Money discount,
        ChannelCode channel,
        HourBand hour,
        double cost,
        double propensity) {

    Presented {
        parts = List.copyOf(parts);
    }
}
