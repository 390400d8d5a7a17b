package io.crosswise.scoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param models that come with the product, as a Spring resource pattern
 * @param loadLimit how long an unknown file may take to load and to be tried
 * @param poll how often another node's changes are looked for
 */
@ConfigurationProperties("crosswise.scoring")
record ScoringSettings(
        @DefaultValue("classpath*:pmml-models/*.pmml") String models,
        @DefaultValue("30s") Duration loadLimit,
        @DefaultValue("3s") Duration poll) {}
