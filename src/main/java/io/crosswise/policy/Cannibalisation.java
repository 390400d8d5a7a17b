package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.catalog.Catalogue;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.trigger.TriggerFacts;
import java.time.LocalDate;
import java.util.List;

/** Says what a candidate would take away from the services held. */
public interface Cannibalisation {
    /**
     * The candidates in the order given: each with the margin it would lose on services held (euros per month, with the rule that
     * says so), or refused by a rule. A candidate refused before is left as it is.
     */
    List<Candidate> judge(
            List<Candidate> candidates, CustomerProfile profile, Catalogue catalogue, TriggerFacts trigger, LocalDate asOf);
}
