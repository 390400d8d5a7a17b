package io.crosswise.process.engine;

import io.crosswise.table.TableChanges;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the decision path into the engine. */
@Configuration(proxyBeanMethods = false)
class DecisionPathConfiguration {
    @Bean
    static MatchedRows matchedRows() {
        return new MatchedRows();
    }

    @Bean
    static ProcessEnginePlugin decisionPathPlugin(
            MatchedRows matchedRows,
            MeterRegistry meters,
            BiConsumer<DelegateExecution, String> decisionPath,
            LocalDeployments deployments,
            ObjectProvider<TableChanges> changes,
            ObjectProvider<Clock> clock,
            @Qualifier("registerEngineTrigger") ObjectProvider<ExecutionListener> door) {
        return new DecisionPathPlugin(
                List.of(
                        new StageRecorder(meters, decisionPath),
                        new TriggerDoor(execution -> door.getObject().notify(execution))),
                matchedRows,
                new NotesDeployedTables(changes::getIfAvailable, clock::getObject),
                deployments::change);
    }

    @Bean
    static LocalDeployments localDeployments() {
        return new LocalDeployments();
    }

    @Bean
    static Definitions definitions(ProcessEngine engine, LocalDeployments deployments) {
        return new Definitions((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), deployments);
    }

    @Bean
    static DefinitionVersions definitionVersions(ProcessEngine engine) {
        return new DefinitionVersions((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }

    @Bean
    static DryRun dryRun(ProcessEngine engine, PlatformTransactionManager transactions) {
        return new DryRun((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration(), transactions);
    }
}
