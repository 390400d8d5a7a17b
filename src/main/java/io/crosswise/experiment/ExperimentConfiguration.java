package io.crosswise.experiment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.Catalogues;
import io.crosswise.experiment.jdbc.JdbcExperiments;
import io.crosswise.experiment.jdbc.JdbcUnitSums;
import io.crosswise.trigger.TriggerTypes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the experiments and what keeps them in memory. */
@Configuration(proxyBeanMethods = false)
class ExperimentConfiguration {
    @Bean
    Experiments experiments(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
        return new JdbcExperiments(jdbc, transactions, json);
    }

    @Bean
    ExperimentsInForce experimentsInForce(Experiments experiments) {
        ExperimentsInForce inForce = new ExperimentsInForce(experiments);
        inForce.open();
        return inForce;
    }

    @Bean
    FollowExperiments followExperiments(
            ExperimentsInForce inForce, @Value("${crosswise.experiment.poll:3s}") Duration poll) {
        return new FollowExperiments(inForce, poll);
    }

    @Bean
    ExperimentDefaults experimentDefaults(@Value("${crosswise.attribution.window:90d}") Duration window) {
        return new ExperimentDefaults(window);
    }

    @Bean
    KeepUniversalHoldOut keepUniversalHoldOut(Experiments experiments, ExperimentDefaults defaults, Clock clock) {
        return new KeepUniversalHoldOut(experiments, defaults.window(), clock);
    }

    @Bean
    CheckExperiment checkExperiment(Catalogues catalogues, TriggerTypes triggerTypes, MessageVariants variants) {
        return new CheckExperiment(catalogues, triggerTypes, variants);
    }

    @Bean
    CreateExperiment createExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        return new CreateExperiment(experiments, checkExperiment, clock);
    }

    @Bean
    ReviseExperiment reviseExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        return new ReviseExperiment(experiments, checkExperiment, clock);
    }

    @Bean
    StartExperiment startExperiment(Experiments experiments, CheckExperiment checkExperiment, Clock clock) {
        return new StartExperiment(experiments, checkExperiment, clock);
    }

    @Bean
    StopExperiment stopExperiment(Experiments experiments, Clock clock) {
        return new StopExperiment(experiments, clock);
    }

    @Bean
    UnitSums unitSums(JdbcClient jdbc) {
        return new JdbcUnitSums(jdbc);
    }

    @Bean
    ReadResults readResults(Experiments experiments, UnitSums sums, Clock clock) {
        return new ReadResults(experiments, sums, clock);
    }

    @Bean
    SettleUnits settleUnits(Experiments experiments, UnitSums sums, Clock clock) {
        return new SettleUnits(experiments, sums, clock);
    }

    @Bean
    SettleRegularly settleRegularly(SettleUnits settleUnits, @Value("${crosswise.experiment.settle:1h}") Duration every) {
        return new SettleRegularly(settleUnits, every);
    }
}
