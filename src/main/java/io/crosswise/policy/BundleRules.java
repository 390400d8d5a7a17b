package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.customer.CustomerProfile.Holding;
import io.crosswise.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** Says whether services may be sold to a customer as one bundle. */
public interface BundleRules {
    /** The bundles in the order given, each allowed or refused by a rule. */
    List<Candidate> judge(List<Composition> bundles, CustomerProfile profile, LocalDate asOf);

    /**
     * A bundle and what it is made of for this customer.
     *
     * @param added parts the customer would get
     * @param kept parts the customer holds already
     */
    record Composition(Candidate bundle, List<Candidate> added, List<Holding> kept) {
        /** Euros per month the added parts would cost one by one. */
        public Money partsPrice() {
            return added.stream().map(Candidate::netMonthlyPrice).reduce(Money.ZERO, Money::plus);
        }

        /** Euros per month left of the margin after the discount. */
        public Money netMargin() {
            return bundle.monthlyMargin().minus(bundle.discount());
        }
    }
}
