package io.crosswise.scoring;

import io.crosswise.customer.CustomerFeatures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a decision can tell a model: the features of the customer, and what is asked about them. */
public final class DecisionFeatures {
    /** Quarter from now, 1 is the next one; read by models of what happens when. */
    public static final String QUARTER_AHEAD = "quarter_ahead";

    /** 0 morning, 1 midday, 2 afternoon, 3 evening; read by models of the answer through a channel. */
    public static final String HOUR_BAND = "hour_band";

    /** Followed by the code of a service that is held (1) or not (0). */
    public static final String SERVICE = "service_";

    private static final Set<String> KNOWN = known();

    private DecisionFeatures() {}

    public static boolean isKnown(String feature) {
        return KNOWN.contains(feature) || feature.startsWith(SERVICE);
    }

    /** Those of the list that no decision knows, in its order. */
    public static List<String> unknown(List<String> features) {
        return features.stream().filter(feature -> !isKnown(feature)).toList();
    }

    private static Set<String> known() {
        Set<String> names = new HashSet<>(CustomerFeatures.names());
        names.add(QUARTER_AHEAD);
        names.add(HOUR_BAND);
        return Set.copyOf(names);
    }
}
