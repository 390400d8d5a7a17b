package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Money;
import io.crosswise.shared.ServiceCategory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says whether services may be sold to a customer as one bundle. */
public interface BundleRules {
    /** The bundles in the order given, each allowed or refused by a rule; a bundle may come in several compositions. */
    List<Candidate> judge(List<Composition> bundles, CustomerProfile profile, LocalDate asOf);

    /**
     * A bundle and what it is made of for this customer.
     *
     * @param added parts the customer would get
     * @param kept parts the customer holds already
     * @param discountCap largest discount a person may grant on the added parts one by one, euros per month
     */
    record Composition(Candidate bundle, List<Candidate> added, List<Holding> kept, Money discountCap) {
        /** Euros per month the added parts would cost one by one. */
        public Money partsPrice() {
            return added.stream().map(Candidate::netMonthlyPrice).reduce(Money.ZERO, Money::plus);
        }

        /** Euros per month left of the margin after the discount. */
        public Money netMargin() {
            return bundle.monthlyMargin().minus(bundle.discount());
        }

        /** Whether two services of the bundle are of the same category. */
        public boolean twice() {
            Set<ServiceCategory> categories = EnumSet.noneOf(ServiceCategory.class);
            return added.stream().flatMap(part -> part.categories().stream()).anyMatch(category -> !categories.add(category))
                    || kept.stream().map(Holding::category).anyMatch(category -> !categories.add(category));
        }
    }
}
