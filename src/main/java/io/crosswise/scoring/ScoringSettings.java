package io.crosswise.scoring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the models are, as a Spring resource pattern: {@code crosswise.scoring.models}. */
@ConfigurationProperties("crosswise.scoring")
record ScoringSettings(@DefaultValue("classpath*:pmml-models/*.pmml") String models) {}
