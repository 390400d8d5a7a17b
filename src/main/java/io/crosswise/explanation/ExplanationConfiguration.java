package io.crosswise.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.RunDecision;
import io.crosswise.scoring.ExplainScore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells people why. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExplanationSettings.class)
class ExplanationConfiguration {
    @Bean
    ExplainDecision explainDecision(
            Catalogues catalogues,
            ExplainScore explainScore,
            RunDecision runDecision,
            ObjectMapper json,
            ExplanationSettings settings,
            Clock clock) {
        return new ExplainDecision(
                catalogues,
                new TellFeatures(explainScore),
                new KeepCounterfactuals(new FindCounterfactuals(runDecision, json), settings, clock));
    }
}
