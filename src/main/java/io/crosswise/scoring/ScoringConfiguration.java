package io.crosswise.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.jdbc.JdbcModelVersions;
import io.crosswise.scoring.jdbc.JdbcScoredOffers;
import io.crosswise.scoring.pmml.JpmmlModels;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the model registry and the use cases that ask and change it. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {
    @Bean
    LoadModel loadModel() {
        return new JpmmlModels();
    }

    @Bean
    LoadModels loadModels(LoadModel loadModel) {
        return new LoadModels(loadModel);
    }

    @Bean
    ModelVersions modelVersions(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
        return new JdbcModelVersions(jdbc, transactions, json);
    }

    @Bean
    MoveVersion moveVersion(ModelVersions versions, Clock clock) {
        return new MoveVersion(versions, clock);
    }

    @Bean
    RegisterModel registerModel(ModelVersions versions, LoadModel loadModel, ScoringSettings settings, Clock clock) {
        return new RegisterModel(versions, new TryModel(loadModel), new TimeLimit(settings.loadLimit()), clock);
    }

    /** Open before anything that scores is made, so that nothing answers before the champions do. */
    @Bean
    ModelRegistry scoringModels(
            ModelVersions versions,
            LoadModels loadModels,
            RegisterModel registerModel,
            MoveVersion moves,
            ScoringSettings settings,
            ResourcePatternResolver resources,
            ObjectMapper json) {
        ModelRegistry registry = new ModelRegistry(versions, loadModels);
        registry.open(new RegisterPackaged(
                new ClasspathModels(settings.models(), resources, json), loadModels, versions, registerModel, moves));
        return registry;
    }

    @Bean
    FollowRegistry followRegistry(ModelRegistry registry, ScoringSettings settings) {
        return new FollowRegistry(registry, settings.poll());
    }

    @Bean
    PromoteModel promoteModel(ModelVersions versions, ScoringModels models, MoveVersion moves) {
        return new PromoteModel(versions, models, moves);
    }

    @Bean
    ChallengeChampion challengeChampion(
            ModelVersions versions, ScoringModels models, PromoteModel promoteModel, MoveVersion moves) {
        return new ChallengeChampion(versions, models, promoteModel, moves);
    }

    @Bean
    RollBackModel rollBackModel(ModelVersions versions, ScoringModels models, MoveVersion moves) {
        return new RollBackModel(versions, models, moves);
    }

    @Bean
    RetireModel retireModel(ModelVersions versions, MoveVersion moves) {
        return new RetireModel(versions, moves);
    }

    @Bean
    CompareVersions compareVersions(ModelVersions versions, JdbcClient jdbc) {
        return new CompareVersions(versions, new JdbcScoredOffers(jdbc));
    }

    @Bean
    ScoreCustomer scoreCustomer(ScoringModels models) {
        return new ScoreCustomer(models);
    }
}
