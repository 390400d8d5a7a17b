package io.crosswise.outcome;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Map;

/**
 * One customer's part in a past campaign: what models learn from.
 *
 * @param upgrade whether a smaller service of the category was held
 * @param channel through which it was offered, null in the control
 * @param hour of the day in which it was offered, null in the control or when unknown
 * @param treated whether it was offered; false is the randomised control
 * @param contactedOn for the control the day of the campaign
 * @param bought within 30 days
 * @param features as of that day, by name, unknown ones missing
 */
public record PastContact(
        String campaign,
        CustomerId customer,
        ServiceCategory category,
        String offer,
        boolean upgrade,
        ChannelCode channel,
        HourBand hour,
        boolean treated,
        LocalDate contactedOn,
        boolean bought,
        Map<String, Double> features) {}
