package io.crosswise.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * A version of a model in the registry.
 *
 * @param sha256 of the PMML file, hexadecimal
 * @param metrics as its training report states them, for example {@code auc}
 * @param challenge how it is tried; null unless it is a {@code CHALLENGER}
 * @param origin {@code packaged}, {@code uploaded} or {@code trained}
 * @param changedAt when it came into its state, by {@code changedBy} and for the {@code reason}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Model(
        String name,
        String version,
        ModelState state,
        String sha256,
        Map<String, Object> metrics,
        Challenge challenge,
        String origin,
        Instant registeredAt,
        Instant changedAt,
        String changedBy,
        String reason) {

    /** A version that came with the product and is in use. */
    public static Model champion(String name, String version, String sha256, Map<String, Object> metrics) {
        return new Model(name, version, ModelState.CHAMPION, sha256, metrics, null, "packaged", null, null, null, null);
    }

    /** @param share of the customers that are decided by the challenger, in ]0,1[; 0 in the shadow */
    public record Challenge(Mode mode, double share) {
        public enum Mode {
            /** Scores are stored and not acted upon. */
            SHADOW,
            /** A fixed part of the customers is decided by it. */
            SPLIT
        }
    }
}
