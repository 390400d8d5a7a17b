package io.crosswise.policy.drools;

import io.crosswise.policy.RuleFiles;

/** The real rule files, compiled once for all tests. */
final class TestRulebook {
    static final Rulebook RULEBOOK = Rulebook.compile(RuleFiles.fromClassPath("bundle.drl", "cannibalisation.drl"));

    private TestRulebook() {}
}
