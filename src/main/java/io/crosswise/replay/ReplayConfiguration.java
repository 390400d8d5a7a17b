package io.crosswise.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.decision.BringUpToDate;
import io.crosswise.decision.RunDecision;
import io.crosswise.decision.StoredDecisions;
import io.crosswise.replay.jdbc.JdbcReplayRuns;
import io.crosswise.replay.jdbc.PassingTrouble;
import io.crosswise.shared.Build;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires what runs decisions again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaySettings.class)
class ReplayConfiguration {
    @Bean
    ReplayDecision replayDecision(RunDecision runDecision, BringUpToDate bringUpToDate, ObjectMapper json, Build build) {
        return new ReplayDecision(runDecision, bringUpToDate, new CompareRecords(json), build);
    }

    @Bean
    ReplayRuns replayRuns(DataSource dataSource, JdbcClient jdbc, TransactionOperations transaction, ObjectMapper json) {
        return new JdbcReplayRuns(dataSource, jdbc, transaction, json);
    }

    @Bean
    ReplayMany replayMany(
            StoredDecisions decisions, ReplayDecision replayDecision, ReplayRuns runs, ReplaySettings settings, Clock clock) {
        return new ReplayMany(decisions, replayDecision, runs, settings, new PassingTrouble(), clock);
    }

    @Bean
    ReplayWorker replayWorker(ReplayMany replayMany) {
        return new ReplayWorker(replayMany);
    }
}
