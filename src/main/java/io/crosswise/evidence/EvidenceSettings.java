package io.crosswise.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the decision log is sealed.
 *
 * @param key Base64 of 32 bytes or more; null makes one in the folder
 * @param retiredKeys keys that sealed before; they still verify
 * @param folder where the heads are kept, and the key when none is set
 * @param interval pause between two runs of the sealer, at most 5 s
 * @param batch most rows of one run
 * @param verifiedAtStart last rows that are verified after a start
 */
@ConfigurationProperties("crosswise.evidence")
public record EvidenceSettings(
        String key,
        @DefaultValue List<String> retiredKeys,
        Path folder,
        @DefaultValue("2s") Duration interval,
        @DefaultValue("5000") int batch,
        @DefaultValue("10000") long verifiedAtStart) {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException when the tail could grow older than 5 s, or a batch is empty */
    public EvidenceSettings {
        if (interval.isNegative() || interval.isZero() || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("crosswise.evidence.interval is more than 0 and at most 5 s, not " + interval);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("crosswise.evidence.batch is 1 or more, not " + batch);
        }
    }

    @Override
    public String toString() {
        return "EvidenceSettings[folder=" + folder + ", interval=" + interval + ", batch=" + batch + "]";
    }
}
