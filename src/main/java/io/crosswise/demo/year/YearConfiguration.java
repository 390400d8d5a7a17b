package io.crosswise.demo.year;

import com.zaxxer.hikari.HikariDataSource;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decisions;
import io.crosswise.outcome.RecordResponse;
import io.crosswise.platform.SteppedEngine;
import io.crosswise.trigger.AcceptTrigger;
import io.crosswise.trigger.StartTriggerProcess;
import io.crosswise.trigger.TriggerTypes;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.transaction.support.TransactionOperations;

/** What the simulated year puts in the place of the product's own: time, the last word on the ranking, and the database. */
@Configuration(proxyBeanMethods = false)
@Profile(SteppedEngine.PROFILE)
class YearConfiguration {
    static final String START = "crosswise.year.start";

    @Bean
    @Primary
    YearClock yearClock(@Value("${" + START + "}") Instant start) {
        return new YearClock(start);
    }

    @Bean
    @Primary
    RankForYear rankForYear() {
        return new RankForYear();
    }

    /** What runs by the real clock has no place in simulated time. */
    @Bean
    TaskScheduler taskScheduler() {
        return new NothingByTheClock();
    }

    /** Lets a run have a database of its own. */
    @Bean
    static BeanPostProcessor switchableDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new DelegatingDataSource(pool) : bean;
            }
        };
    }

    @Bean
    ProductUnderTest productUnderTest(
            AcceptTrigger acceptTrigger,
            StartTriggerProcess process,
            TriggerTypes types,
            Decisions decisions,
            RecordResponse recordResponse,
            Customers customers,
            TransactionOperations transaction,
            SteppedEngine engine,
            YearClock clock) {
        return new ProductUnderTest(
                acceptTrigger, process, types, decisions, recordResponse, customers, transaction, engine, clock);
    }
}
