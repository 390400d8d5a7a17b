package io.crosswise.policy.drools;

import io.crosswise.candidate.Candidate;
import io.crosswise.customer.CustomerProfile;
import io.crosswise.policy.BundleRules;
import io.crosswise.shared.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Judges bundles by {@code rules/bundle.drl}. */
public class DroolsBundles implements BundleRules {
    private final Rulebook rulebook;

    public DroolsBundles(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public List<Candidate> judge(List<Composition> bundles, CustomerProfile profile, LocalDate asOf) {
        List<Object> facts = new ArrayList<>(HeldService.of(profile.holdings(), profile.promotion(), asOf));
        for (int number = 0; number < bundles.size(); number++) {
            facts.add(OfferedBundle.of(key(number), bundles.get(number)));
        }
        facts.add(Situation.of(profile, null));
        Findings findings = new Findings(Stage.BUNDLES);
        rulebook.judge(findings, facts);
        return IntStream.range(0, bundles.size())
                .mapToObj(number -> findings.applyTo(bundles.get(number).bundle(), key(number)))
                .toList();
    }

    /** Tells compositions of one bundle apart. */
    private static String key(int number) {
        return Integer.toString(number);
    }
}
