package io.crosswise.learning.family;

import io.crosswise.learning.pmml.Clusters;
import io.crosswise.learning.pmml.Clusters.Scale;
import io.crosswise.learning.pmml.Clusters.Spread;
import io.crosswise.shared.ServiceCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which features make customers alike, and how they become comparable. */
final class ClusterScales {
    private static final List<String> AMOUNTS = List.of("data_gb", "voice_minutes", "tv_hours", "arpu");
    private static final List<String> SHARES = List.of("data_saturation");

    private ClusterScales() {}

    /** What is held, and how much is used and billed. */
    static List<Scale> of(List<Map<String, Double>> customers) {
        List<Scale> scales = new ArrayList<>();
        for (ServiceCategory category : ServiceCategory.values()) {
            scales.add(scale("holds_" + category.name().toLowerCase(Locale.ROOT), false, customers));
        }
        AMOUNTS.forEach(feature -> scales.add(scale(feature, true, customers)));
        SHARES.forEach(feature -> scales.add(scale(feature, false, customers)));
        return List.copyOf(scales);
    }

    static boolean isCompany(Map<String, Double> features) {
        return features.getOrDefault(Clusters.MARKET, 0.0) == 1;
    }

    private static Scale scale(String feature, boolean logarithm, List<Map<String, Double>> customers) {
        Scale plain = new Scale(feature, logarithm, null, null);
        return new Scale(feature, logarithm, spread(plain, customers, false), spread(plain, customers, true));
    }

    /** Mean and standard deviation of what is known; what never differs gets the deviation 1. */
    private static Spread spread(Scale scale, List<Map<String, Double>> customers, boolean company) {
        double[] values = customers.stream()
                .filter(features -> isCompany(features) == company && features.get(scale.feature()) != null)
                .mapToDouble(features -> scale.plain(features.get(scale.feature())))
                .toArray();
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        double mean = values.length == 0 ? 0 : sum / values.length;
        double variance = values.length == 0 ? 0 : Math.max(0, squares / values.length - mean * mean);
        return new Spread(mean, variance < 1e-9 ? 1 : Math.sqrt(variance));
    }
}
