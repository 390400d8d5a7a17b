package io.crosswise.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Points an application under test at an empty database; what the test sets itself wins. */
public class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CloseApplications.later(context);
        MapPropertySource defaults = new MapPropertySource("application under test", Map.of(
                "spring.datasource.url", TestPostgres.emptyDatabase(),
                "spring.datasource.hikari.maximum-pool-size", 10,
                "crosswise.security.demo-users", true,
                "crosswise.catalog.file", "classpath:demo/catalogue.yaml",
                "crosswise.channel.quiet-hours.enabled", false,
                "crosswise.channel.best-hour", false,
                "crosswise.decision.exploration.share", 0,
                "crosswise.channel.outbox", folder("outbox"),
                "crosswise.evidence.folder", folder("evidence"),
                "camunda.bpm.job-execution.enabled", false));
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        String set = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(set)) {
            sources.addAfter(set, defaults);
        } else {
            sources.addFirst(defaults);
        }
    }

    private static String folder(String name) {
        try {
            return Files.createTempDirectory("crosswise-" + name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before demo mode looks whether a database is configured. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
