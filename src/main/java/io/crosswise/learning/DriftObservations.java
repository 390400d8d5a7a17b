package io.crosswise.learning;

import io.crosswise.scoring.CustomerScores.Score;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.ServiceCategory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What decisions read and said, and what became of their offers. */
public interface DriftObservations {
    /**
     * The newest scored decision of each customer.
     *
     * @param from inclusive
     * @param to exclusive
     * @param most customers; of more a sample by their number is read, always the same ones
     */
    void decisions(Instant from, Instant to, int most, Consumer<Reading> consumer);

    /** Offers by the moment they reached the customer; parameters as above. */
    void offers(Instant from, Instant to, int most, Consumer<OfferAnswer> consumer);

    /** @param features that a decision read, services held among them */
    record Reading(Map<String, Double> features, List<Score> scores) {}

    /**
     * @param category of the services offered; null for a bundle of several, which no single propensity predicts
     * @param upgrade whether something smaller of the category was held
     * @param bought within 30 days
     * @param scores of the decision that made the offer
     */
    record OfferAnswer(
            ServiceCategory category, boolean upgrade, ChannelCode channel, boolean bought, List<Score> scores) {}
}
