package io.crosswise.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.catalog.jdbc.JdbcCatalogues;
import io.crosswise.catalog.json.CatalogueReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the catalogue; a file named by {@code crosswise.catalog.file} goes on sale at start. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Catalogues catalogues(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new JdbcCatalogues(jdbc, json, clock);
    }

    @Bean
    CatalogueReader catalogueReader() {
        return new CatalogueReader();
    }

    @Bean
    PublishCatalogue publishCatalogue(Catalogues catalogues) {
        return new PublishCatalogue(catalogues);
    }

    @Bean
    @ConditionalOnProperty("crosswise.catalog.file")
    ApplicationRunner publishCatalogueFile(
            @Value("${crosswise.catalog.file}") Resource file,
            CatalogueReader reader,
            PublishCatalogue publishCatalogue) {
        return arguments -> {
            try (InputStream document = file.getInputStream()) {
                publishCatalogue.publish(reader.read(document));
            } catch (IOException | InvalidCatalogue e) {
                throw new IllegalStateException(
                        "crosswise.catalog.file names " + file.getDescription() + ", which cannot go on sale: "
                                + e.getMessage(),
                        e);
            }
        };
    }
}
