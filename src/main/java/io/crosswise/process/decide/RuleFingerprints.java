package io.crosswise.process.decide;

import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.policy.Rules;
import java.util.Optional;

/** The fingerprint of one rule file. */
final class RuleFingerprints {
    private RuleFingerprints() {}

    static Optional<Fingerprint> of(Rules rules, String name) {
        return rules.file(name).map(file -> new Fingerprint(name, file.sha256().substring(0, 8), file.sha256()));
    }
}
