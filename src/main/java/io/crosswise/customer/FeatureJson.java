package io.crosswise.customer;

import java.util.Map;

/** Features as JSON text for bulk loads, where a general writer would take longer than the database. */
public final class FeatureJson {
    private FeatureJson() {}

    /** Whole numbers without decimals: most features are counts and flags, and there are millions of them. */
    public static void append(Map<String, Double> features, StringBuilder text) {
        char separator = '{';
        for (Map.Entry<String, Double> feature : features.entrySet()) {
            double number = feature.getValue();
            text.append(separator).append('"').append(feature.getKey()).append("\":");
            if (number == (long) number) {
                text.append((long) number);
            } else {
                text.append(number);
            }
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }
}
