package io.crosswise.learning;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.Map;

/**
 * One customer who was offered something, or was held back by chance, and whether they bought.
 *
 * @param category of the offer
 * @param offer code of the offer
 * @param upgrade whether a smaller service of the category was held
 * @param channel through which it was offered, null in the control
 * @param hourBand 0 morning (8–12), 1 midday (12–14), 2 afternoon (14–18), 3 evening (18–21); null when unknown or in the control
 * @param bought within 30 days
 * @param features as of that day, by name, unknown ones missing
 */
public record ContactExample(
        CustomerId customer,
        LocalDate on,
        Market market,
        ServiceCategory category,
        String offer,
        boolean upgrade,
        ChannelCode channel,
        Integer hourBand,
        boolean treated,
        boolean bought,
        Map<String, Double> features) {}
