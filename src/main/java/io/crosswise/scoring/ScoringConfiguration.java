package io.crosswise.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.pmml.PmmlScoringModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Wires the models and the use case that asks them. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {
    @Bean
    ScoringModels scoringModels(ScoringSettings settings, ResourcePatternResolver resources, ObjectMapper json) {
        return new PmmlScoringModels(settings.models(), resources, json);
    }

    @Bean
    ScoreCustomer scoreCustomer(ScoringModels models) {
        return new ScoreCustomer(models);
    }
}
