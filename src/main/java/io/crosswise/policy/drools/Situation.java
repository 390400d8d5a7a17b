package io.crosswise.policy.drools;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Market;

/**
 * Who the customer is, as rules read it; null is unknown and matches no comparison.
 *
 * @param dataGbPerMonth mean of twelve months
 * @param dataSaturation share of the data allowance used, 1 is all of it
 */
public record Situation(Market market, Double dataGbPerMonth, Double dataSaturation, boolean novice, boolean vulnerable) {
    static Situation of(CustomerProfile profile) {
        Usage usage = profile.usage();
        Person person = profile.person();
        return new Situation(
                profile.market(),
                usage == null ? null : usage.dataGbPerMonth(),
                usage == null ? null : usage.dataSaturation(),
                person != null && person.expertise() == DigitalExpertise.NOVICE,
                person != null && Boolean.TRUE.equals(person.vulnerable()));
    }
}
