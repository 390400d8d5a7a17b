package io.crosswise.process.engine;

import io.crosswise.table.JudgeTable;
import io.crosswise.table.TableChanges;
import io.crosswise.table.TryTable;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the engine's plug-ins and the doors to it. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    /** The engine creates its tables after our migrations ran, for they expect an empty database the first time. */
    @Bean
    @DependsOnDatabaseInitialization
    static SafeEngine safeEngine(
            EngineSettings settings,
            ApplicationEventPublisher events,
            LocalDeployments deployments,
            ObjectProvider<JudgeTable> judgeTable,
            ObjectProvider<TableChanges> changes) {
        return new SafeEngine(
                settings,
                () -> events.publishEvent(new IdentityChanged()),
                deployments::change,
                new TableDoor(judgeTable::getObject, changes::getIfAvailable));
    }

    @Bean
    TryTable tryTable() {
        return new EngineTableTrials();
    }

    @Bean
    @ConditionalOnProperty(name = "crosswise.engine.tuned", matchIfMissing = true)
    static TunedEngine tunedEngine(LocalDeployments deployments) {
        return new TunedEngine(deployments);
    }

    @Bean
    FilterRegistrationBean<WebappLogin> webappLogin(ProcessEngine engine) {
        FilterRegistrationBean<WebappLogin> filter = new FilterRegistrationBean<>(new WebappLogin(engine));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        return filter;
    }

    @Bean
    EngineRest engineRest() {
        return new EngineRest();
    }

    @Bean
    FilterRegistrationBean<BoundedLists> boundedLists(EngineSettings settings) {
        FilterRegistrationBean<BoundedLists> filter = new FilterRegistrationBean<>(new BoundedLists(settings));
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return filter;
    }
}
