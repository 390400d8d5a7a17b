package io.crosswise.demo.truth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
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
 * @param churn leaving within 12 months
 */
public record TruthParameters(
        Map<Market, Map<ServiceCategory, Double>> natural,
        Map<ServiceCategory, Map<Driver, Double>> tastes,
        double tasteSpread,
        double upgrade,
        double price,
        Map<Disposition, Temper> dispositions,
        Map<ChannelCode, Channel> channels,
        Map<Market, Churn> churn) {

    /**
     * @param weight share of customers before drivers, relative to the other dispositions
     * @param natural added to the log-odds of buying, offered or not
     * @param lift added when offered
     * @param drivers shift the logarithm of the weight
     */
    public record Temper(double weight, double natural, double lift, Map<Driver, Double> drivers) {}

    public record Channel(double lift, Map<Driver, Double> drivers) {}

    public record Churn(double base, Map<Driver, Double> drivers) {}

    /** @throws IllegalArgumentException when a market, category, disposition or channel is left out */
    public TruthParameters {
        require(natural, Market.values(), "natural");
        natural.forEach((market, categories) -> require(categories, ServiceCategory.values(), "natural." + market));
        require(dispositions, Disposition.values(), "dispositions");
        require(channels, ChannelCode.values(), "channels");
        require(churn, Market.values(), "churn");
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
