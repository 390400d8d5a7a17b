package io.crosswise.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.learning.jdbc.JdbcDriftObservations;
import io.crosswise.learning.jdbc.JdbcDrifts;
import io.crosswise.learning.micrometer.DriftMeters;
import io.crosswise.scoring.ModelVersions;
import io.crosswise.scoring.ScoringModels;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires what watches the models in use. */
@Configuration(proxyBeanMethods = false)
class DriftConfiguration {
    @Bean
    WatchedModels watchedModels(ScoringModels models, ModelVersions versions, ObjectMapper json) {
        return new WatchedModels(models, versions, json);
    }

    @Bean
    Drifts drifts(JdbcClient jdbc, ObjectMapper json) {
        return new JdbcDrifts(jdbc, json);
    }

    @Bean
    WatchDrift watchDrift(
            WatchedModels models,
            DataSource dataSource,
            TransactionOperations transaction,
            Drifts drifts,
            DriftSettings settings,
            ObjectMapper json,
            Clock clock) {
        return new WatchDrift(models, new JdbcDriftObservations(dataSource, transaction, json), drifts, settings, clock);
    }

    @Bean
    JudgeDataSet judgeDataSet(DriftSettings settings, Clock clock) {
        return new JudgeDataSet(settings, clock);
    }

    @Bean
    DriftMeters driftMeters(MeterRegistry meters) {
        return new DriftMeters(meters);
    }
}
