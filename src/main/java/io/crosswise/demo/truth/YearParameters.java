package io.crosswise.demo.truth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Market;
import io.crosswise.shared.ServiceCategory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * The numbers behind the simulated year, read from {@code demo/year.yaml}, which names the source of each.
 *
 * @param runOutMonths months after the year in which nobody is contacted and what was sold goes on earning
 * @param occasions per market and type of trigger, how many a customer has in a year
 * @param substitutionDelayDays from a purchase to what it takes from the services held
 * @param bundle log-odds added to the mean of a bundle's parts
 * @param variants by name; {@code base} is one of them
 */
public record YearParameters(
        int runOutMonths,
        Map<Market, Map<String, Double>> occasions,
        Contacts contacts,
        Leaving leaving,
        List<Substitution> substitution,
        int substitutionDelayDays,
        double bundle,
        Map<String, Variant> variants) {

    /**
     * What a contact does beside selling.
     *
     * @param fatigue log-odds of buying lost per other contact of the last 90 days
     * @param complaints P(complains about an unwanted contact) per channel
     * @param perContact times as likely per other contact of the last 90 days
     * @param sleepingDog times as likely for a customer who buys less when asked
     * @param cost euros per complaint
     * @param declines P(says no | does not buy) per channel
     * @param answerDays most days an answer takes
     */
    public record Contacts(
            double fatigue,
            Map<ChannelCode, Double> complaints,
            double perContact,
            double sleepingDog,
            double cost,
            Map<ChannelCode, Double> declines,
            int answerDays) {}

    /**
     * @param scar log-odds of leaving per complaint about a contact in the last 12 months
     * @param stickiness share of the lower churn of many services that the services cause, [0,1]
     */
    public record Leaving(double scar, double stickiness) {}

    /**
     * What a new first service of a category does to a service held.
     *
     * @param share of its price and margin that is lost for good, 1 when it is given up
     */
    public record Substitution(Market market, ServiceCategory bought, ServiceCategory held, double probability, double share) {}

    /**
     * What is different; null is as in the base.
     *
     * @param persuadables the weight of customers who can be persuaded, times this
     * @param substitution every probability of substitution, times this
     * @param offersMatter false when what is bought is bought anyway
     */
    public record Variant(Double persuadables, Double substitution, Boolean offersMatter) {
        private static final double MOST = 0.95;

        /** The truth of the market in this variant. */
        public TruthParameters of(TruthParameters base) {
            return persuadables == null ? base : base.weighing(Disposition.PERSUADABLE, persuadables);
        }

        double substitution(double probability) {
            return substitution == null ? probability : Math.min(MOST, probability * substitution);
        }

        /** Whether being asked changes what a customer does. */
        public boolean hasEffect() {
            return offersMatter == null || offersMatter;
        }
    }

    /** @throws IllegalArgumentException when there is no variant of that name */
    public Variant variant(String name) {
        Variant variant = variants.get(name);
        if (variant == null) {
            throw new IllegalArgumentException("No variant " + name + "; there are " + variants.keySet());
        }
        return variant;
    }

    /** Occasions of a customer in a year, of all types. */
    public double occasionsPerYear(Market market) {
        return occasions.get(market).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** @throws IOException when the file cannot be read or holds an unknown name */
    public static YearParameters read(InputStream yaml) throws IOException {
        ObjectMapper mapper = new YAMLMapper().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        return mapper.readValue(yaml, YearParameters.class);
    }
}
