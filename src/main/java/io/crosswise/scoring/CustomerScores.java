package io.crosswise.scoring;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Probability;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the models say of one customer.
 *
 * @param propensities to buy a first service, per category that was scored
 * @param upsells to change to a larger service, per held category with a model of its own
 * @param responses per channel with a model
 * @param scores every score with the model that gave it, in a fixed order
 * @param shadowScores of challengers that are watched and not acted upon
 */
public record CustomerScores(
        Map<ServiceCategory, Propensity> propensities,
        Map<ServiceCategory, Propensity> upsells,
        Outlook outlook,
        Likeness likeness,
        Map<ChannelCode, ChannelResponse> responses,
        List<Score> scores,
        List<ShadowScore> shadowScores)
        implements Serializable {
    /**
     * @param ifOffered P(buys within the response window | offered)
     * @param ifNotOffered P(buys within the same window | not offered), learned from hold-out customers
     */
    public record Propensity(Probability ifOffered, Probability ifNotOffered) implements Serializable {
        /** The part of the purchases the offer itself causes, in [−1,1]. */
        public double uplift() {
            return ifOffered.value() - ifNotOffered.value();
        }

        public UpliftClass upliftClass() {
            return UpliftClass.of(uplift(), ifNotOffered.value());
        }
    }

    /** @param version of the model, as in the registry */
    public record Score(String model, String version, double value) implements Serializable {}

    /** The propensity for a first service of the category, or for a larger one where the customer holds one already. */
    public Optional<Propensity> propensity(ServiceCategory category, boolean upgrade) {
        Propensity larger = upgrade ? upsells.get(category) : null;
        return Optional.ofNullable(larger != null ? larger : propensities.get(category));
    }
}
