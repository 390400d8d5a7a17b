package io.crosswise.demo.truth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.HourBand;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * The numbers behind the ground truth, read from {@code demo/truth.yaml}, which names the source of each. Weights are
 * log-odds for a driver at 1.
 *
 * @param natural log-odds of buying within 30 days without being offered, before anything else
 * @param tastes per category and driver
 * @param tasteSpread standard deviation of what no profile tells of a customer's taste for a category, log-odds
 * @param upgrade added when the customer holds a smaller service of the category
 * @param price added per natural logarithm of (1 + price increase / bill); negative
 * @param channels added to the log-odds of buying when offered through the channel
 * @param groupSpread standard deviation of what the companies of one group share of that, log-odds
 * @param churn leaving within 12 months
 * @param commitment how a lock-in shifts leaving and dropping in time
 * @param drops giving up the services of a category within 12 months while staying
 * @param arrears being in arrears within the next quarter
 * @param paymentSpread standard deviation of what no profile tells of paying, log-odds
 * @param referrals bringing a new customer within 12 months
 */
public record TruthParameters(
        Map<Market, Map<ServiceCategory, Double>> natural,
        Map<ServiceCategory, Map<Driver, Double>> tastes,
        double tasteSpread,
        double groupSpread,
        double upgrade,
        double price,
        Map<Disposition, Temper> dispositions,
        Map<ChannelCode, Channel> channels,
        Map<Market, Tendency> churn,
        Commitment commitment,
        Map<ServiceCategory, Tendency> drops,
        Map<Market, Tendency> arrears,
        double paymentSpread,
        Map<Market, Tendency> referrals) {

    /**
     * @param weight share of customers before drivers, relative to the other dispositions
     * @param natural added to the log-odds of buying, offered or not
     * @param lift added when offered
     * @param drivers shift the logarithm of the weight
     */
    public record Temper(double weight, double natural, double lift, Map<Driver, Double> drivers) {}

    /** @param hours added when spoken to at that time of the day */
    public record Channel(double lift, Map<HourBand, Double> hours, Map<Driver, Double> drivers) {
        public Channel {
            require(hours, HourBand.values(), "hours");
        }
    }

    /** Log-odds of doing something. */
    public record Tendency(double base, Map<Driver, Double> drivers) {}

    /**
     * Pace of leaving in a month, 1 is that of a customer who is free to go.
     *
     * @param locked in a month of the lock-in
     * @param released in the month in which the lock-in or a promotion ends
     */
    public record Commitment(double locked, double released) {}

    /** @throws IllegalArgumentException when a market, category, disposition, channel or hour is left out */
    public TruthParameters {
        require(natural, Market.values(), "natural");
        natural.forEach((market, categories) -> require(categories, ServiceCategory.values(), "natural." + market));
        require(dispositions, Disposition.values(), "dispositions");
        require(channels, ChannelCode.values(), "channels");
        require(churn, Market.values(), "churn");
        require(drops, ServiceCategory.values(), "drops");
        require(arrears, Market.values(), "arrears");
        require(referrals, Market.values(), "referrals");
    }

    /** The same market with a disposition so many times as frequent, before drivers. */
    TruthParameters weighing(Disposition disposition, double times) {
        Map<Disposition, Temper> changed = new EnumMap<>(dispositions);
        changed.computeIfPresent(
                disposition, (it, temper) -> new Temper(temper.weight() * times, temper.natural(), temper.lift(), temper.drivers()));
        return new TruthParameters(
                natural, tastes, tasteSpread, groupSpread, upgrade, price, changed, channels, churn, commitment, drops, arrears,
                paymentSpread, referrals);
    }

    private static <K> void require(Map<K, ?> map, K[] keys, String where) {
        for (K key : keys) {
            if (map.get(key) == null) {
                throw new IllegalArgumentException(where + " lacks " + key);
            }
        }
    }

    /** @throws IOException when the file cannot be read, is incomplete or holds an unknown name */
    public static TruthParameters read(InputStream yaml) throws IOException {
        ObjectMapper mapper = new YAMLMapper()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        return mapper.readValue(yaml, TruthParameters.class);
    }
}
