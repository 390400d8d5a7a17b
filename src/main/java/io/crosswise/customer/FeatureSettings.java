package io.crosswise.customer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When and how derived features are recomputed.
 *
 * @param cron of the daily run in Spring's notation, {@code -} for never
 * @param batch customers per transaction; their rows are locked for as long
 */
@ConfigurationProperties("crosswise.features")
record FeatureSettings(@DefaultValue("0 30 2 * * *") String cron, @DefaultValue("2000") int batch) {}
