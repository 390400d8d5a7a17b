package io.crosswise.scoring;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.util.Locale;

/** Names of the models the decision path asks. */
public final class FamilyModels {
    /** Leaving, as a hazard per quarter. */
    public static final String CHURN_HAZARD = "churn-hazard";

    /** Euros per month over the next 12 months. */
    public static final String MARGIN = "margin";

    public static final String PAYMENT_RISK = "payment-risk";
    public static final String REFERRAL = "referral";
    public static final String EXPANSION = "expansion";
    public static final String AFFINITY = "affinity";
    public static final String CLUSTERS = "clusters";

    private FamilyModels() {}

    /** Of treated customers who did not hold the category. */
    public static String propensity(ServiceCategory category) {
        return "propensity-" + category.slug();
    }

    /** Of treated customers who held a smaller service of the category. */
    public static String upsell(ServiceCategory category) {
        return "upsell-" + category.slug();
    }

    /** P(buys anyway): of hold-out customers, to whom nothing was offered. */
    public static String baseline(ServiceCategory category) {
        return "baseline-" + category.slug();
    }

    /** P(buys | offered) − P(buys anyway). */
    public static String uplift(ServiceCategory category) {
        return "uplift-" + category.slug();
    }

    /** Dropping the services of a held category, as a hazard per quarter. */
    public static String serviceDrop(ServiceCategory category) {
        return "service-drop-" + category.slug();
    }

    /** Buying when the offer comes through the channel. */
    public static String response(ChannelCode channel) {
        return "response-" + channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
