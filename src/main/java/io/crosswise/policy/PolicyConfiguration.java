package io.crosswise.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.policy.drools.DroolsRuleVersions;
import io.crosswise.policy.jdbc.JdbcKeptRuleFiles;
import io.crosswise.policy.jdbc.JdbcSubstitutionEvidence;
import io.crosswise.policy.jdbc.JdbcSubstitutions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the policy room. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    RuleFiles ruleFiles() {
        return RuleFiles.fromClassPath("bundle.drl", "cannibalisation.drl");
    }

    /** What is in force is kept before it judges. */
    @Bean
    RuleVersions ruleVersions(RuleFiles files, JdbcClient jdbc, Clock clock) {
        KeptRuleFiles kept = new JdbcKeptRuleFiles(jdbc);
        kept.keep(files, clock.instant());
        return new DroolsRuleVersions(DroolsRuleVersions.compile(files), kept);
    }

    @Bean
    Cannibalisation cannibalisation(RuleVersions rules) {
        return rules.inForce().cannibalisation();
    }

    @Bean
    BundleRules bundleRules(RuleVersions rules) {
        return rules.inForce().bundles();
    }

    @Bean
    Substitutions substitutions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new JdbcSubstitutions(jdbc, json, clock);
    }

    @Bean
    LearnSubstitutions learnSubstitutions(JdbcClient jdbc, Substitutions substitutions, Clock clock) {
        return new LearnSubstitutions(new JdbcSubstitutionEvidence(jdbc), substitutions, clock);
    }

    @Bean
    ApplyExclusions applyExclusions() {
        return new ApplyExclusions();
    }

    @Bean
    JudgeContacts judgeContacts() {
        return new JudgeContacts();
    }

    @Bean
    FindBundles findBundles(BundleRules rules, ApplyExclusions applyExclusions) {
        return new FindBundles(rules, applyExclusions);
    }
}
