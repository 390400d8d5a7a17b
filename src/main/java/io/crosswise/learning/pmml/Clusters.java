package io.crosswise.learning.pmml;

import java.util.List;
import java.util.Map;

/**
 * Clusters of customers, those of consumers and those of companies side by side: every feature is measured in standard
 * deviations of the customer's own market, and a customer only ever falls into a cluster of that market.
 *
 * @param scales one per feature, the order of the centres' coordinates
 * @param centres one per cluster; cluster numbers start at 1
 */
public record Clusters(List<Scale> scales, List<Centre> centres) {
    /** Feature that tells the markets apart: 1 is a company, 0 or unknown a consumer. */
    public static final String MARKET = "market_ebu";

    /** Further apart than any two customers of one market, in squared standard deviations per feature. */
    static final double GULF = 1e4;

    /**
     * How a feature becomes a coordinate: (x − mean) / deviation, or of ln(1 + x); unknown counts as the mean.
     *
     * @param logarithm for amounts that spread over powers of ten; values below 0 count as 0
     * @param consumers mean and deviation there
     * @param companies mean and deviation there
     */
    public record Scale(String feature, boolean logarithm, Spread consumers, Spread companies) {
        public double coordinate(boolean company, Double value) {
            Spread spread = company ? companies : consumers;
            return value == null ? 0 : (plain(value) - spread.mean) / spread.deviation;
        }

        /** The number that is standardised. */
        public double plain(double value) {
            return logarithm ? Math.log(1 + Math.max(0, value)) : value;
        }
    }

    public record Spread(double mean, double deviation) {}

    /**
     * @param customers it was found among
     * @param heldServices mean number of services its customers hold
     */
    public record Centre(boolean company, double[] coordinates, int customers, double heldServices) {}

    public record Answer(int cluster, double similarity) {}

    /** The place of a customer; missing features are left out of the map or null. */
    public double[] coordinates(Map<String, Double> features) {
        boolean company = isCompany(features);
        return scales.stream()
                .mapToDouble(scale -> scale.coordinate(company, features.get(scale.feature())))
                .toArray();
    }

    /** The nearest cluster, and the closeness to the one of that market with most services: 1 / (1 + mean squared deviation). */
    public Answer answer(Map<String, Double> features) {
        boolean company = isCompany(features);
        double[] place = coordinates(features);
        int nearest = -1;
        double smallest = Double.POSITIVE_INFINITY;
        double toRichest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < centres.size(); i++) {
            double distance = squared(place, centres.get(i).coordinates()) + (company == centres.get(i).company() ? 0 : gulf());
            if (distance < smallest) {
                nearest = i;
                smallest = distance;
            }
            toRichest = isRichest(i) ? Math.min(toRichest, distance) : toRichest;
        }
        return new Answer(nearest + 1, 1 / (1 + toRichest / scales.size()));
    }

    /** Whether no cluster of the same market holds more services on average. */
    boolean isRichest(int index) {
        Centre centre = centres.get(index);
        return centres.stream()
                .filter(other -> other.company() == centre.company())
                .allMatch(other -> other.heldServices() <= centre.heldServices());
    }

    double gulf() {
        return GULF * scales.size();
    }

    private static boolean isCompany(Map<String, Double> features) {
        Double market = features.get(MARKET);
        return market != null && market == 1;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
