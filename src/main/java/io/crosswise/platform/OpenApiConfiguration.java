package io.crosswise.platform;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the page of the API says above the endpoints. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Crosswise")
                        .version("v1")
                        .description("Which service to offer to whom, when, how, and what it earned. Programs log in with HTTP Basic.")
                        .license(new License().name("GNU AGPL 3.0 only").identifier("AGPL-3.0-only")));
    }
}
