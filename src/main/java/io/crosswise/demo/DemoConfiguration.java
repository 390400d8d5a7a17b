package io.crosswise.demo;

import io.crosswise.catalog.PublishCatalogue;
import io.crosswise.customer.CustomerHistory;
import io.crosswise.customer.Customers;
import io.crosswise.demo.truth.TruthParameters;
import io.crosswise.outcome.PastCampaigns;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the demo market; {@code crosswise.demo.truth} swaps the file its customers' answers follow. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {
    @Bean
    DemoLoader demoLoader(
            PublishCatalogue publishCatalogue,
            Customers customers,
            PastCampaigns pastCampaigns,
            CustomerHistory history,
            @Value("${crosswise.demo.truth:classpath:demo/truth.yaml}") Resource truth,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new DemoLoader(
                publishCatalogue,
                customers,
                pastCampaigns,
                history,
                parameters(truth),
                new TransactionTemplate(transactions),
                clock);
    }

    /** Before whatever needs customers to work on. */
    @Bean
    @Order(0)
    ApplicationRunner loadDemoMarket(DemoLoader loader) {
        return arguments -> loader.load();
    }

    @Bean
    HealthIndicator demoMarket(DemoLoader loader) {
        return () -> (loader.isLoaded() ? Health.up() : Health.outOfService()).build();
    }

    private static TruthParameters parameters(Resource truth) {
        try (InputStream file = truth.getInputStream()) {
            return TruthParameters.read(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "crosswise.demo.truth names " + truth.getDescription() + ", which cannot be read: "
                            + e.getMessage(),
                    e);
        }
    }
}
