package io.crosswise.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.pmml.JpmmlModels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Wires the models and the use case that asks them. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {
    @Bean
    LoadModel loadModel() {
        return new JpmmlModels();
    }

    @Bean
    ScoringModels scoringModels(
            LoadModel loadModel, ScoringSettings settings, ResourcePatternResolver resources, ObjectMapper json) {
        return FixedModels.load(new ClasspathModels(settings.models(), resources, json), loadModel);
    }

    @Bean
    ScoreCustomer scoreCustomer(ScoringModels models) {
        return new ScoreCustomer(models);
    }
}
