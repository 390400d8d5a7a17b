package io.crosswise.platform;

import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import io.crosswise.shared.Build;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what every room is handed. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Reads and writes records by generated code instead of reflection. */
    @Bean
    BlackbirdModule blackbird() {
        return new BlackbirdModule();
    }

    @Bean
    Build build(ObjectProvider<BuildProperties> properties) {
        return RunningBuild.of(properties.getIfAvailable());
    }
}
