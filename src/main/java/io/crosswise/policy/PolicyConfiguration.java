package io.crosswise.policy;

import io.crosswise.policy.drools.DroolsBundles;
import io.crosswise.policy.drools.DroolsCannibalisation;
import io.crosswise.policy.drools.Rulebook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the policy room. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    RuleFiles ruleFiles() {
        return RuleFiles.fromClassPath("bundle.drl", "cannibalisation.drl");
    }

    @Bean
    Rulebook rulebook(RuleFiles files) {
        return Rulebook.compile(files);
    }

    @Bean
    Cannibalisation cannibalisation(Rulebook rulebook) {
        return new DroolsCannibalisation(rulebook);
    }

    @Bean
    BundleRules bundleRules(Rulebook rulebook) {
        return new DroolsBundles(rulebook);
    }

    @Bean
    ApplyExclusions applyExclusions() {
        return new ApplyExclusions();
    }

    @Bean
    FindBundles findBundles(BundleRules rules, ApplyExclusions applyExclusions) {
        return new FindBundles(rules, applyExclusions);
    }
}
