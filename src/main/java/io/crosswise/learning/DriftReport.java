package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a model in use has moved away from its training.
 *
 * @param source {@code decisions}, or {@code data set} for rows somebody brought
 * @param from first moment of the decisions that were read; null for a data set
 * @param rows that were compared
 * @param level the highest of score, features and calibration; a feature no tree splits on raises it to {@code WATCH} at most
 * @param findings what has moved, in sentences
 * @param score null when the training reported no spread of scores
 * @param features the furthest moved first
 * @param calibration null when answers cannot be compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftReport(
        String model,
        String version,
        String source,
        Instant judgedAt,
        Instant from,
        Instant to,
        long rows,
        DriftLevel level,
        List<String> findings,
        PopulationStability score,
        List<PopulationStability> features,
        CalibrationDrift calibration) {

    /** With one more sentence. */
    DriftReport finding(String sentence) {
        List<String> all = new ArrayList<>(findings);
        all.add(sentence);
        return new DriftReport(
                model, version, source, judgedAt, from, to, rows, level, all, score, features, calibration);
    }

    /** The feature that has moved furthest; null when none was compared. */
    public PopulationStability worstFeature() {
        return features.isEmpty() ? null : features.get(0);
    }
}
