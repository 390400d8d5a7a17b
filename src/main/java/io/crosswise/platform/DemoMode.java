package io.crosswise.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Decides before anything starts: without {@code spring.datasource.url} the product runs as a demo on its own PostgreSQL, for this
 * machine only.
 */
public class DemoMode implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    public static final String PROFILE = "demo";
    private static final Logger LOG = LoggerFactory.getLogger(DemoMode.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            environment.addActiveProfile(PROFILE);
            demoDefaults(environment);
            LOG.warn("Demo mode: own database, demo market, demo users whose password is their name; reachable from {} only."
                    + " Set spring.datasource.url to run for real.", environment.getProperty("server.address"));
        }
    }

    private static void demoDefaults(ConfigurableEnvironment environment) {
        try {
            new YamlPropertySourceLoader()
                    .load("demo defaults", new ClassPathResource("demo/demo.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
