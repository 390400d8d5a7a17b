package io.crosswise.demo.truth;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.shared.CustomerId;
import io.crosswise.shared.Probability;
import io.crosswise.shared.StableHash;
import java.time.LocalDate;

/**
 * How every simulated customer would answer every offer in every channel, and what they would buy anyway. Computed from seed
 * and parameters whenever asked, never stored; nothing outside the demo market may know it.
 */
public class GroundTruth {
    private final String salt;
    private final TruthParameters parameters;

    public GroundTruth(long seed, TruthParameters parameters) {
        this.salt = "truth-" + seed;
        this.parameters = parameters;
    }

    /** @param ifOffered within 30 days @param ifNotOffered within the same 30 days */
    public record Chances(Probability ifOffered, Probability ifNotOffered) {}

    /** Both answers to one occasion; only one of them can ever be seen. */
    public record Answers(boolean ifOffered, boolean ifNotOffered) {}

    public CustomerTruth of(CustomerProfile profile, LocalDate asOf) {
        return new CustomerTruth(new HiddenDraws(salt, profile.id()), parameters, profile, asOf);
    }

    /**
     * What the customer does this time. One draw serves both answers, so that they differ only where being offered makes the
     * difference.
     *
     * @param occasion distinguishes one asking from the next, for example a campaign's code
     */
    public Answers answers(CustomerId customer, Offer offer, String occasion, Chances chances) {
        double draw = StableHash.uniform(salt + "-answer", customer + "|" + offer.category() + "|" + occasion);
        return new Answers(
                draw < chances.ifOffered().value(),
                draw < chances.ifNotOffered().value());
    }

    /** Whether a customer leaves within 12 months. @param occasion distinguishes customer and year from any other */
    public boolean leaves(String occasion, Probability churn) {
        return StableHash.uniform(salt + "-leave", occasion) < churn.value();
    }
}
