package io.crosswise.outcome;

import io.crosswise.catalog.Catalogues;
import io.crosswise.channel.ChannelSettings;
import io.crosswise.customer.Customers;
import io.crosswise.decision.Decisions;
import io.crosswise.outcome.jdbc.JdbcConversions;
import io.crosswise.outcome.jdbc.JdbcResponses;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what comes back from customers. */
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {
    @Bean
    Responses responses(JdbcClient jdbc) {
        return new JdbcResponses(jdbc);
    }

    @Bean
    Conversions conversions(JdbcClient jdbc) {
        return new JdbcConversions(jdbc);
    }

    @Bean
    RecordResponse recordResponse(
            Responses responses, Decisions decisions, Customers customers, AnswerOffer answers, Clock clock) {
        return new RecordResponse(responses, decisions, customers, answers, clock);
    }

    @Bean
    CompleteOffer completeOffer(
            Decisions decisions,
            Customers customers,
            Catalogues catalogues,
            Conversions conversions,
            ChannelSettings settings) {
        return new CompleteOffer(decisions, customers, catalogues, conversions, settings.zone());
    }
}
