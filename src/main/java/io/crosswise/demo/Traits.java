package io.crosswise.demo;

import io.crosswise.customer.CustomerProfile.Network;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.shared.ChannelCode;
import java.util.Map;

/**
 * What stays with a simulated customer over the years.
 *
 * @param person for consumers, else null
 * @param company for companies, else null
 * @param since when the customer came
 * @param happiness standard normal; complaints and scores follow from it
 * @param wealth standard normal; services, tiers and bills follow from it
 * @param dataGb a month at the anchor if nothing limited it
 * @param dataGrowth per month, 0.01 is one per cent
 * @param volatility standard deviation of the bill as a share of it
 * @param consents known answers only
 */
record Traits(
        Person person,
        CompanyTraits company,
        Moment since,
        double happiness,
        double wealth,
        double dataGb,
        double dataGrowth,
        double voiceMinutes,
        double tvHours,
        double volatility,
        Network network,
        Map<ChannelCode, Boolean> consents,
        boolean hasEmail,
        boolean hasPhone) {

    int nps() {
        return (int) Math.max(-100, Math.min(100, 10 * Math.round((22 + 38 * happiness) / 10)));
    }
}
