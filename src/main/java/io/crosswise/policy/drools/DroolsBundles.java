package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.BundleRules;
import io.crosswise.shared.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges bundles by {@code rules/bundle.drl}. */
public class DroolsBundles implements BundleRules {
    private final Rulebook rulebook;

    public DroolsBundles(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public List<Candidate> judge(List<Composition> bundles, CustomerProfile profile, LocalDate asOf) {
        List<Object> facts = new ArrayList<>(HeldService.of(profile, asOf));
        bundles.stream().map(OfferedBundle::of).forEach(facts::add);
        facts.add(Situation.of(profile));
        Findings findings = new Findings(Stage.BUNDLES);
        rulebook.judge(findings, facts);
        return findings.applyTo(bundles.stream().map(Composition::bundle).toList());
    }
}
