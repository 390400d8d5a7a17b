package io.crosswise.policy;

import io.crosswise.policy.RuleFiles.RuleFile;
import java.util.Optional;

/** Rule files that judge together, compiled. */
public record Rules(RuleFiles files, Cannibalisation cannibalisation, BundleRules bundles) {
    /** Empty when there is no such file. */
    public Optional<RuleFile> file(String name) {
        return files.files().stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
