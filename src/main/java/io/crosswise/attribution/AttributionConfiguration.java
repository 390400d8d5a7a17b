package io.crosswise.attribution;

import io.crosswise.attribution.jdbc.JdbcSales;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires who earned a sale. */
@Configuration(proxyBeanMethods = false)
class AttributionConfiguration {
    @Bean
    AttributionSettings attributionSettings(Environment environment) {
        return Binder.get(environment)
                .bind("crosswise.attribution", AttributionSettings.class)
                .orElse(AttributionSettings.DEFAULTS);
    }

    @Bean
    ReportAttribution reportAttribution(JdbcClient jdbc, AttributionSettings settings) {
        return new ReportAttribution(new JdbcSales(jdbc), new AttributeSale(settings));
    }
}
