package io.crosswise.learning;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a model has to stand, {@code crosswise.learning}.
 *
 * @param fairness smallest allowed ratio of selection rates by slice name; a slice without a limit is shown only
 */
@ConfigurationProperties("crosswise.learning")
public record LearningSettings(Map<String, Double> fairness) {
    /** The four-fifths rule (29 CFR 1607.4 D), for women and men. */
    public static final Map<String, Double> FOUR_FIFTHS = Map.of("gender", 0.8);

    public LearningSettings {
        fairness = fairness == null ? FOUR_FIFTHS : Map.copyOf(fairness);
    }
}
