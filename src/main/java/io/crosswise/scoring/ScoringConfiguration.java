package io.crosswise.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.Customers;
import io.crosswise.scoring.batch.BatchRuns;
import io.crosswise.scoring.batch.BatchWorker;
import io.crosswise.scoring.batch.ScoreBase;
import io.crosswise.scoring.classpath.ClasspathModels;
import io.crosswise.scoring.jdbc.JdbcBatchRuns;
import io.crosswise.scoring.jdbc.JdbcModelVersions;
import io.crosswise.scoring.jdbc.JdbcScoredOffers;
import io.crosswise.scoring.micrometer.MeteredLoad;
import io.crosswise.scoring.micrometer.ModelMeters;
import io.crosswise.scoring.pmml.JpmmlModels;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the model registry and the use cases that ask and change it. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {
    @Bean
    JpmmlModels jpmmlModels() {
        return new JpmmlModels();
    }

    @Bean
    @Primary
    LoadModel loadModel(JpmmlModels models, MeterRegistry metrics) {
        return new MeteredLoad(models, metrics);
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
    BatchRuns batchRuns(DataSource dataSource, JdbcClient jdbc, ObjectMapper json) {
        return new JdbcBatchRuns(dataSource, jdbc, json);
    }

    @Bean
    ScoreBase scoreBase(Customers customers, ScoringModels models, BatchRuns runs, Clock clock) {
        return new ScoreBase(customers, models, runs, clock);
    }

    @Bean
    BatchWorker batchWorker(ScoreBase scoreBase) {
        return new BatchWorker(scoreBase);
    }

    @Bean
    ModelMeters modelMeters(ScoringModels models, ScoreBase scoreBase) {
        return new ModelMeters(models, scoreBase);
    }

    @Bean
    ScoreCustomer scoreCustomer(LifetimeValueSettings lifetimeValue) {
        return new ScoreCustomer(lifetimeValue);
    }

    @Bean
    ExplainScore explainScore(ScoringModels models) {
        return new ExplainScore(models);
    }
}
