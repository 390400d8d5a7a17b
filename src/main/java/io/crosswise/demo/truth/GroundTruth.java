package io.crosswise.demo.truth;

import io.crosswise.catalog.Catalogue.Offer;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
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
        return new CustomerTruth(new HiddenDraws(salt, profile.id(), group(profile)), parameters, profile, asOf);
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

    /** Whether something happens this time. @param occasion distinguishes customer and time from any other */
    public boolean happens(String event, String occasion, Probability probability) {
        return StableHash.uniform(salt + "-" + event, occasion) < probability.value();
    }

    /**
     * In which of the months ahead something happens that goes on happening at its pace: one draw against the survival curve.
     *
     * @param yearly probability within 12 months at a pace of 1
     * @param pace of each month ahead
     * @return 1 for the first month, 0 when it does not happen in any of them
     */
    public int monthOf(String event, String occasion, Probability yearly, double... pace) {
        double patience = -StrictMath.log(1 - StableHash.uniform(salt + "-" + event, occasion));
        double monthly = -StrictMath.log(1 - yearly.value()) / 12;
        for (int month = 1; month <= pace.length; month++) {
            patience -= monthly * pace[month - 1];
            if (patience < 0) {
                return month;
            }
        }
        return 0;
    }

    private static CustomerId group(CustomerProfile profile) {
        Company company = profile.company();
        if (company == null) {
            return null;
        }
        boolean leads = company.subsidiaries() != null && !company.subsidiaries().isEmpty();
        return company.parent() != null ? company.parent() : leads ? profile.id() : null;
    }
}
