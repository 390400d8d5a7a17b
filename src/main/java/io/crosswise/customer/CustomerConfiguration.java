package io.crosswise.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.csv.CsvLineReader;
import io.crosswise.customer.jdbc.CustomerRows;
import io.crosswise.customer.jdbc.JdbcCustomerHistory;
import io.crosswise.customer.jdbc.JdbcCustomers;
import io.crosswise.customer.jdbc.JdbcFeatureRuns;
import io.crosswise.customer.jdbc.JdbcImportStaging;
import io.crosswise.customer.jdbc.JdbcImportedCustomers;
import io.crosswise.customer.jdbc.JdbcRefreshFeatures;
import io.crosswise.customer.jdbc.JdbcUsageHistory;
import io.crosswise.customer.schedule.DailyFeatureRun;
import io.crosswise.customer.yaml.YamlMappings;
import io.crosswise.platform.StartRefused;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the customers of the operator. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerConfiguration.class);

    @Bean
    CustomerRows customerRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new CustomerRows(jdbc, json, clock);
    }

    @Bean
    Customers customers(JdbcClient jdbc, ObjectMapper json, CustomerRows rows, Clock clock) {
        return new JdbcCustomers(jdbc, json, rows, clock, CustomerConfiguration::whoActs);
    }

    @Bean
    EraseCustomer eraseCustomer(
            Customers customers, ObjectProvider<Erasure> rooms, Clock clock, PlatformTransactionManager transactions) {
        return new EraseCustomer(
                customers,
                rooms.orderedStream().toList(),
                clock,
                work -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }

    @Bean
    ChangeConsents changeConsents(Customers customers, CancelContacts contacts) {
        return new ChangeConsents(customers, contacts);
    }

    @Bean
    UsageHistory usageHistory(JdbcClient jdbc) {
        return new JdbcUsageHistory(jdbc);
    }

    @Bean
    RefreshFeatures refreshFeatures(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new JdbcRefreshFeatures(jdbc, json, clock);
    }

    @Bean
    CustomerHistory customerHistory(DataSource dataSource) {
        return new JdbcCustomerHistory(dataSource);
    }

    @Bean
    FeatureRuns featureRuns(
            JdbcClient jdbc,
            ObjectMapper json,
            CustomerHistory history,
            PlatformTransactionManager transactions,
            Clock clock,
            FeatureSettings settings) {
        return new JdbcFeatureRuns(
                jdbc, json, history, new TransactionTemplate(transactions), clock, settings.batch());
    }

    @Bean
    RunFeatures runFeatures(FeatureRuns runs, Clock clock) {
        return new RunFeatures(runs, clock, DailyFeatureRun::report);
    }

    @Bean
    DailyFeatureRun dailyFeatureRun(RunFeatures runFeatures, FeatureRuns runs) {
        return new DailyFeatureRun(runFeatures, runs::unfinished);
    }

    @Bean
    ImportCustomers importCustomers(
            ImportSettings settings,
            DataSource dataSource,
            JdbcClient jdbc,
            CustomerRows rows,
            RefreshFeatures features,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new ImportCustomers(
                new YamlMappings(settings.mappings()),
                new CsvLineReader(),
                new JdbcImportStaging(dataSource, json),
                new JdbcImportedCustomers(jdbc, rows, json, clock, CustomerConfiguration::whoActs),
                features,
                clock,
                work -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    @Bean
    @ConditionalOnProperty("crosswise.import.directory")
    ApplicationRunner importAtStart(ImportSettings settings, ImportCustomers importCustomers) {
        return arguments -> {
            try {
                DataQualityReport report = new ImportAtStart(importCustomers)
                        .importDirectory(settings.directory(), settings.mapping());
                LOG.info(
                        "Imported {}: {} customers accepted ({} unchanged), {} rejected",
                        report.mapping(),
                        report.customersAccepted(),
                        report.unchanged(),
                        report.customersRejected());
            } catch (ImportRefused e) {
                throw new StartRefused(
                        "The import was refused. " + e.getMessage(),
                        "Correct the files, or start without crosswise.import.directory.");
            }
        };
    }

    /** Uploads of any size go to disk at once; one beyond the limit is answered with 413. */
    @Bean
    MultipartConfigElement multipartConfigElement(ImportSettings settings) {
        long limit = settings.maxSize().toBytes();
        return new MultipartConfigElement("", limit, limit, 0);
    }

    private static String whoActs() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? "crosswise" : user.getName();
    }
}
