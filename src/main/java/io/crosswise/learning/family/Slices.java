package io.crosswise.learning.family;

import io.crosswise.shared.Segment;
import java.util.List;
import java.util.Map;

/**
 * By what the reports of the family are cut. The segment follows the rules the product ships with: which segment a customer
 * was in on a past day is not kept.
 */
final class Slices {
    static final List<String> NAMES = List.of("age band", "gender", "segment");

    private Slices() {}

    /** One value per name, null where unknown. */
    static String[] of(Map<String, Double> features) {
        return new String[] {ageBand(features.get("age")), gender(features.get("gender_female")), segment(features).name()};
    }

    private static String ageBand(Double age) {
        if (age == null) {
            return null;
        }
        return age < 30 ? "under 30" : age < 45 ? "30 to 44" : age < 60 ? "45 to 59" : "60 and over";
    }

    private static String gender(Double female) {
        return female == null ? null : female == 1 ? "female" : "not female";
    }

    private static Segment segment(Map<String, Double> features) {
        if (is(features, "market_ebu", 1)) {
            boolean enterprise = is(features, "employees", 51) || is(features, "sites", 10) || is(features, "group_size", 4);
            boolean grows = features.getOrDefault("employee_growth", 0.0) > 0;
            return enterprise
                    ? Segment.EBU_ENTERPRISE
                    : grows && is(features, "employees", 5) ? Segment.EBU_SME : Segment.EBU_STANDARD;
        }
        if (is(features, "arpu_percentile", 0.8)) {
            return Segment.B2C_HIGH_VALUE;
        }
        boolean loyal = is(features, "tenure_months", 25) && is(features, "nps", 41) && is(features, "usage_stability", 0.7);
        return loyal ? Segment.B2C_LOYALTY : Segment.B2C_STANDARD;
    }

    private static boolean is(Map<String, Double> features, String name, double least) {
        Double value = features.get(name);
        return value != null && value >= least;
    }
}
