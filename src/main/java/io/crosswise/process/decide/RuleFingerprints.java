package io.crosswise.process.decide;

import io.crosswise.decision.Decision.Fingerprint;
import io.crosswise.policy.RuleFiles;
import java.util.Optional;

/** The fingerprint of one rule file. */
final class RuleFingerprints {
    private RuleFingerprints() {}

    static Optional<Fingerprint> of(RuleFiles files, String name) {
        return files.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> new Fingerprint(name, file.sha256().substring(0, 8), file.sha256()));
    }
}
