package io.crosswise.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crosswise.decision.jdbc.JdbcDecisions;
import io.crosswise.decision.jdbc.JdbcExposureCounts;
import io.crosswise.decision.jdbc.JdbcOpportunityCosts;
import io.crosswise.experiment.KeepUniversalHoldOut;
import io.crosswise.decision.jdbc.JdbcStoredDecisions;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the decision log and its levers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionConfiguration.Levers.class)
class DecisionConfiguration {
    private static final Map<ChannelCode, Double> CONTACT_COST = Map.of(
            ChannelCode.EMAIL, 0.05,
            ChannelCode.SMS, 0.08,
            ChannelCode.CALL_CENTRE, 6.00,
            ChannelCode.ACCOUNT_MANAGER, 45.00,
            ChannelCode.SELF_CARE, 0.00);

    @Bean
    Decisions decisions(JdbcClient jdbc, ObjectMapper json) {
        return new JdbcDecisions(jdbc, json);
    }

    @Bean
    StoredDecisions storedDecisions(JdbcClient jdbc, ObjectMapper json) {
        return new JdbcStoredDecisions(jdbc, json);
    }

    @Bean
    NewOffers newOffers(JdbcClient jdbc, DecisionSettings settings) {
        return new NewOffers(new JdbcExposureCounts(jdbc), settings.exploration());
    }

    @Bean
    ReportOpportunityCosts reportOpportunityCosts(JdbcClient jdbc) {
        return new JdbcOpportunityCosts(jdbc);
    }

    @Bean
    Arbitrate arbitrate(Ranking ranking) {
        return new Arbitrate(ranking);
    }

    @Bean
    Ranking ranking() {
        return Ranking.BY_NET_MARGIN;
    }

    @Bean
    AssignArm assignArm() {
        return new AssignArm();
    }

    /** Before anything is decided. */
    @Bean
    SmartInitializingSingleton universalHoldOut(KeepUniversalHoldOut keep, DecisionSettings settings) {
        return () -> keep.keep(settings.holdOutShare());
    }

    @Bean
    AssembleDecision assembleDecision() {
        return new AssembleDecision();
    }

    @Bean
    DecisionSettings decisionSettings(Levers levers) {
        Map<ChannelCode, Money> costs = new java.util.EnumMap<>(ChannelCode.class);
        CONTACT_COST.forEach((channel, cost) -> costs.put(channel, Money.euros(cost)));
        levers.contactCost().forEach((channel, cost) -> costs.put(channel, Money.euros(cost)));
        return new DecisionSettings(levers.horizon(), levers.holdOutShare(), costs, levers.offerValidity(), levers.referralFrom(),
                new LaterSettings(levers.later().floor(), levers.later().comeback()),
                new ExplorationSettings(
                        levers.exploration().share(), levers.exploration().newBelow(), levers.exploration().priorWeight(),
                        levers.exploration().perDay(), levers.exploration().inTotal()));
    }

    /** The settings as they stand in configuration files; costs not named keep their default. */
    @ConfigurationProperties("crosswise.decision")
    record Levers(
            @DefaultValue("24") int horizon,
            @DefaultValue("0.05") double holdOutShare,
            @DefaultValue Map<ChannelCode, Double> contactCost,
            @DefaultValue("14d") Duration offerValidity,
            @DefaultValue("0.2") double referralFrom,
            @DefaultValue Later later,
            @DefaultValue Exploration exploration) {}

    /** See {@link LaterSettings}. */
    record Later(@DefaultValue("0.1") double floor, @DefaultValue("60d") Duration comeback) {}

    /** See {@link ExplorationSettings}. */
    record Exploration(
            @DefaultValue("0.05") double share,
            @DefaultValue("100") int newBelow,
            @DefaultValue("10") double priorWeight,
            @DefaultValue("20") int perDay,
            @DefaultValue("200") int inTotal) {}
}
