package io.crosswise.scoring;

import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the models say of one customer.
 *
 * @param propensities per category that was scored
 * @param churn P(leaves within 12 months); null when no churn model is loaded
 * @param scores every score with the model that gave it, in a fixed order
 */
public record CustomerScores(Map<ServiceCategory, Propensity> propensities, Probability churn, List<Score> scores)
        implements Serializable {

    /**
     * @param ifOffered P(buys within the response window | offered)
     * @param ifNotOffered P(buys within the same window | not offered), from a model of hold-out customers
     */
    public record Propensity(Probability ifOffered, Probability ifNotOffered) implements Serializable {
        /** The part of the purchases the offer itself causes, in [−1,1]. */
        public double uplift() {
            return ifOffered.value() - ifNotOffered.value();
        }
    }

    /** @param version of the model, as in its PMML header */
    public record Score(String model, String version, double value) implements Serializable {}
}
