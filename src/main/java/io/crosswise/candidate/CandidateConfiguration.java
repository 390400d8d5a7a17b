package io.crosswise.candidate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the candidate room. */
@Configuration(proxyBeanMethods = false)
class CandidateConfiguration {
    @Bean
    BuildCandidates buildCandidates() {
        return new BuildCandidates();
    }
}
