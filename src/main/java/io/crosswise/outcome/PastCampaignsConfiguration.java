package io.crosswise.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.outcome.jdbc.JdbcPastCampaigns;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the history of campaigns from before this service decided. */
@Configuration(proxyBeanMethods = false)
class PastCampaignsConfiguration {
    @Bean
    PastCampaigns pastCampaigns(DataSource dataSource, ObjectMapper json) {
        return new JdbcPastCampaigns(dataSource, json);
    }
}
