package io.crosswise.policy;

import io.crosswise.policy.RuleFiles.RuleFile;
import java.time.Instant;
import java.util.Optional;

/** Every rule file that ever judged, by its content. */
public interface KeptRuleFiles {
    /** Keeps what is new. */
    void keep(RuleFiles files, Instant at);

    Optional<RuleFile> find(String sha256);
}
