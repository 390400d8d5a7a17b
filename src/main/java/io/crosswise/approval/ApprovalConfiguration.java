package io.crosswise.approval;

import io.crosswise.approval.jdbc.JdbcReviews;
import io.crosswise.shared.Money;
import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires what people are asked and how their answers are judged. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {
    @Bean
    ApprovalSettings approvalSettings(Environment environment) {
        BigDecimal limit = environment.getProperty("crosswise.approval.manager-discount", BigDecimal.class);
        return limit == null ? ApprovalSettings.DEFAULTS : new ApprovalSettings(new Money(limit));
    }

    @Bean
    PrepareApproval prepareApproval() {
        return new PrepareApproval();
    }

    @Bean
    Reviews reviews(JdbcClient jdbc) {
        return new JdbcReviews(jdbc);
    }

    @Bean
    ReviewApproval reviewApproval(ApprovalSettings settings) {
        return new ReviewApproval(settings);
    }
}
