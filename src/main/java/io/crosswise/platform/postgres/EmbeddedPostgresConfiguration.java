package io.crosswise.platform.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In demo mode the product brings its own PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class EmbeddedPostgresConfiguration {
    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(@Value("${crosswise.data.directory:crosswise-data}") Path directory) {
        return DataDirectory.claim(directory);
    }

    @Bean(destroyMethod = "close")
    DemoPostgres demoPostgres(DataDirectory directory) {
        return DemoPostgres.start(directory);
    }

    @Bean
    JdbcConnectionDetails connectionDetails(DemoPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return postgres.jdbcUrl() + "&reWriteBatchedInserts=true";
            }
        };
    }
}
