package io.crosswise.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.customer.Customers;
import io.crosswise.trigger.jdbc.JdbcInbox;
import io.crosswise.trigger.jdbc.TimeOrderedIds;
import io.crosswise.trigger.web.JsonCanonicalBody;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the door for triggers. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {
    @Bean
    Inbox inbox(JdbcClient jdbc, ObjectMapper json) {
        return new JdbcInbox(jdbc, json, new TimeOrderedIds());
    }

    @Bean
    AcceptTrigger acceptTrigger(TriggerTypes types, Inbox inbox, Customers customers, Clock clock) {
        return new AcceptTrigger(types, inbox, customers, new JsonCanonicalBody(), clock);
    }

    @Bean
    ReadPromotion readPromotion() {
        return new ReadPromotion();
    }

    @Bean
    ReadSites readSites() {
        return new ReadSites();
    }
}
