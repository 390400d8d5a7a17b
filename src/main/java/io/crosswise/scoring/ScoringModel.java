package io.crosswise.scoring;

import java.util.List;
import java.util.Map;

/** A loaded model that answers; safe for concurrent use. A feature that is missing follows the model's missing-value rule. */
public interface ScoringModel {
    /** As in its PMML header; without one the first twelve digits of its fingerprint. */
    String version();

    /** Of the PMML file, hexadecimal. */
    String sha256();

    /** The features it reads, by our names. */
    List<String> features();

    /** Features that are texts, each with the values it knows; the feature {@code name=value} is 1 where it holds that value. */
    default Map<String, List<String>> texts() {
        return Map.of();
    }

    /** PMML mining function, for example {@code classification}. */
    String function();

    /** What a person should know before trusting it, for example that its file holds no verification rows. */
    default List<String> remarks() {
        return List.of();
    }

    /** Whether it is evaluated from flat arrays instead of by JPMML. */
    boolean compiled();

    /** @throws RefusedScore when the answer is missing, no number, NaN or infinite */
    double score(FeatureRow row);

    /**
     * Every named number it answers, for example an affinity per service.
     *
     * @throws RefusedScore when one of them is NaN or infinite, or there is none
     */
    Map<String, Double> answers(FeatureRow row);

    /**
     * What each feature adds to the score.
     *
     * @throws UnsupportedOperationException when the kind of model has no exact decomposition
     */
    Contributions contributions(FeatureRow row);
}
