package io.crosswise.learning;

import io.crosswise.learning.DriftObservations.OfferAnswer;
import io.crosswise.shared.ServiceCategory;
import java.util.Locale;
import java.util.Map;

/** Which customers and which answers a model was made for: others would look like drift and are none. */
final class ModelAudience {
    private static final String PROPENSITY = "propensity-";

    private ModelAudience() {}

    /** A propensity learned from customers who do not hold the category; decisions ask it of all. */
    static boolean holds(String model, Map<String, Double> features) {
        return !model.startsWith(PROPENSITY)
                || !Double.valueOf(1).equals(features.get("holds_" + model.substring(PROPENSITY.length()).replace('-', '_')));
    }

    /** Whether the answer to an offer is the one the model predicts. */
    static boolean isAnsweredBy(String model, OfferAnswer offer) {
        String channel = offer.channel().name().toLowerCase(Locale.ROOT).replace('_', '-');
        ServiceCategory category = offer.category();
        return model.equals("response-" + channel)
                || category != null && model.equals((offer.upgrade() ? "upsell-" : PROPENSITY) + category.slug());
    }
}
