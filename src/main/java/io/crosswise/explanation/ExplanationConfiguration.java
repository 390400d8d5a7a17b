package io.crosswise.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogues;
import io.crosswise.decision.RunDecision;
import io.crosswise.scoring.ExplainScore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells people why. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {
    @Bean
    ExplainDecision explainDecision(
            Catalogues catalogues, ExplainScore explainScore, RunDecision runDecision, ObjectMapper json) {
        return new ExplainDecision(catalogues, new TellFeatures(explainScore), new FindCounterfactuals(runDecision, json));
    }
}
