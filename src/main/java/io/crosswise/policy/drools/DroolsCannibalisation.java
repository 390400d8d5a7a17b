package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.PriceHoldings;
import io.crosswise.catalog.Catalogue;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.Cannibalisation;
import io.crosswise.shared.Stage;
import io.crosswise.trigger.TriggerFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges cannibalisation by {@code rules/cannibalisation.drl}. */
public class DroolsCannibalisation implements Cannibalisation {
    private final Rulebook rulebook;

    public DroolsCannibalisation(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public List<Candidate> judge(
            List<Candidate> candidates, CustomerProfile profile, Catalogue catalogue, TriggerFacts trigger, LocalDate asOf) {
        if (profile.holdings().isEmpty() || candidates.stream().noneMatch(Candidate::isAllowed)) {
            // Every rule is about what a new service does to one that is held.
            return candidates;
        }
        List<Object> facts =
                new ArrayList<>(HeldService.of(PriceHoldings.price(profile, catalogue), profile.promotion(), asOf));
        candidates.stream()
                .filter(Candidate::isAllowed)
                .map(candidate -> OfferedService.of(candidate, catalogue))
                .forEach(facts::add);
        facts.add(Situation.of(profile, trigger == null ? null : trigger.type()));
        Findings findings = new Findings(Stage.CANNIBALISATION);
        rulebook.judge(findings, facts);
        return findings.applyTo(candidates);
    }
}
