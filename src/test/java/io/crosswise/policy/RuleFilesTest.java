package io.crosswise.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosswise.policy.RuleFiles.RuleFile;
import io.crosswise.policy.drools.Rulebook;
import io.crosswise.shared.StableHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFilesTest {
    @Test
    void theFingerprintIsThatOfTheFile() throws IOException {
        RuleFile file = RuleFiles.fromClassPath("bundle.drl").files().get(0);

        assertThat(file.sha256()).isEqualTo(StableHash.sha256(Files.readAllBytes(Path.of("rules/bundle.drl"))));
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> RuleFiles.fromClassPath("nothing.drl")).hasMessageContaining("rules/nothing.drl");
    }

    @Test
    void namesTheRuleThatDoesNotCompile() {
        RuleFile broken = new RuleFile("broken.drl", "", "package rules\nrule \"Half\" when Nothing() then end");

        assertThatThrownBy(() -> Rulebook.compile(new RuleFiles(List.of(broken))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken.drl");
    }
}
