package io.crosswise.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.jdbc.CustomerRows;
import io.crosswise.customer.jdbc.JdbcCustomers;
import io.crosswise.customer.jdbc.JdbcRefreshFeatures;
import io.crosswise.customer.jdbc.JdbcUsageHistory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Wires the customers of the operator. */
@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
    @Bean
    CustomerRows customerRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new CustomerRows(jdbc, json, clock);
    }

    @Bean
    Customers customers(JdbcClient jdbc, ObjectMapper json, CustomerRows rows, Clock clock) {
        return new JdbcCustomers(jdbc, json, rows, clock, CustomerConfiguration::whoActs);
    }

    @Bean
    UsageHistory usageHistory(JdbcClient jdbc) {
        return new JdbcUsageHistory(jdbc);
    }

    @Bean
    RefreshFeatures refreshFeatures(JdbcClient jdbc, Clock clock) {
        return new JdbcRefreshFeatures(jdbc, clock);
    }

    private static String whoActs() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? "crosswise" : user.getName();
    }
}
