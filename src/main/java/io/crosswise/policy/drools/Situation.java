package io.crosswise.policy.drools;

import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Company;
import io.crosswise.customer.CustomerProfile.DigitalExpertise;
import io.crosswise.customer.CustomerProfile.Person;
import io.crosswise.customer.CustomerProfile.Usage;
import io.crosswise.shared.Market;

/**
 * Who the customer is and what happened, as rules read it; null is unknown and matches no comparison.
 *
 * @param trigger type of what happened; null where bundles are judged
 * @param dataGbPerMonth mean of twelve months
 * @param dataSaturation share of the data allowance used, 1 is all of it
 * @param tvHoursPerMonth mean of twelve months
 */
public record Situation(
        Market market,
        String trigger,
        Double dataGbPerMonth,
        Double dataSaturation,
        Double tvHoursPerMonth,
        Integer householdSize,
        Integer employees,
        Integer sites,
        boolean novice,
        boolean vulnerable) {
    static Situation of(CustomerProfile profile, String trigger) {
        Usage usage = profile.usage();
        Person person = profile.person();
        Company company = profile.company();
        return new Situation(
                profile.market(),
                trigger,
                usage == null ? null : usage.dataGbPerMonth(),
                usage == null ? null : usage.dataSaturation(),
                usage == null ? null : usage.tvHoursPerMonth(),
                person == null ? null : person.householdSize(),
                company == null ? null : company.employees(),
                company == null || company.sites() == null ? null : Integer.valueOf(company.sites().size()),
                person != null && person.expertise() == DigitalExpertise.NOVICE,
                person != null && Boolean.TRUE.equals(person.vulnerable()));
    }
}
