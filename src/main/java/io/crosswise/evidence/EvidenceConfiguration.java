package io.crosswise.evidence;

import io.crosswise.evidence.file.AnchorFile;
import io.crosswise.evidence.file.KeyFile;
import io.crosswise.evidence.jdbc.JdbcChain;
import io.crosswise.evidence.micrometer.LogMeters;
import io.crosswise.evidence.schedule.SealRegularly;
import io.crosswise.platform.DemoMode;
import io.crosswise.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the seal of the decision log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceConfiguration.class);
    private final Path folder;

    EvidenceConfiguration(EvidenceSettings settings, @Value("${crosswise.data.directory:crosswise-data}") Path data) {
        this.folder = settings.folder() == null ? data.resolve("evidence") : settings.folder();
    }

    @Bean
    SealingKeys sealingKeys(EvidenceSettings settings, Environment environment) {
        try {
            return new SealingKeys(
                    settings.key() == null || settings.key().isBlank() ? ownKey(environment) : SealingKey.of(settings.key()),
                    settings.retiredKeys().stream().map(SealingKey::of).toList());
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "crosswise.evidence.key or one of crosswise.evidence.retired-keys is no key.",
                    "Set it to Base64 of at least 32 random bytes, as from: openssl rand -base64 32");
        }
    }

    private SealingKey ownKey(Environment environment) {
        Path file = folder.resolve("key");
        try {
            SealingKey key = KeyFile.readOrMake(file);
            if (!environment.acceptsProfiles(Profiles.of(DemoMode.PROFILE))) {
                LOG.warn("The decision log is sealed with the key in {}: back it up, and keep it from whoever may write to the"
                        + " database. Set crosswise.evidence.key to hold it elsewhere.", file.toAbsolutePath());
            }
            return key;
        } catch (IOException e) {
            throw new StartRefused(
                    "The key that seals the decision log can neither be read nor written at " + file.toAbsolutePath() + ".",
                    "Set crosswise.evidence.key (openssl rand -base64 32), or make the folder writable.");
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "The file " + file.toAbsolutePath() + " holds no key that could seal the decision log.",
                    "Put the key back from your backup. If nothing was ever sealed with it, delete the file: a key is made then.");
        }
    }

    @Bean
    Anchors anchors() {
        Path file = folder.resolve("heads.log");
        try {
            return new AnchorFile(file);
        } catch (UncheckedIOException e) {
            throw new StartRefused(
                    "The heads of the decision log cannot be kept in " + file.toAbsolutePath() + ".",
                    "Make the folder writable, or choose another with crosswise.evidence.folder.");
        }
    }

    @Bean
    Chain chain(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcChain(jdbc, new TransactionTemplate(transactions));
    }

    @Bean
    SealLog sealLog(Chain chain, Anchors anchors, SealingKeys keys, Clock clock, EvidenceSettings settings) {
        return new SealLog(chain, anchors, keys, clock, settings.batch());
    }

    @Bean
    VerifyLog verifyLog(Chain chain, Anchors anchors, SealingKeys keys, Clock clock) {
        return new VerifyLog(chain, anchors, keys, clock);
    }

    @Bean
    LogHealth logHealth() {
        return new LogHealth();
    }

    @Bean
    LogMeters logMeters(LogHealth health) {
        return new LogMeters(health);
    }

    @Bean
    SealRegularly sealRegularly(SealLog sealLog, VerifyLog verifyLog, Chain chain, LogHealth health, EvidenceSettings settings) {
        return new SealRegularly(sealLog, verifyLog, chain, health, settings.interval(), settings.verifiedAtStart());
    }
}
