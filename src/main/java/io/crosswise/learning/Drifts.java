package io.crosswise.learning;

import io.crosswise.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every watch found. */
public interface Drifts {
    /** One finding per version and day: the last of a day stays. */
    void record(DriftReport report);

    /** The newest of a model, whatever its version. */
    Optional<DriftReport> latest(String model);

    /** The newest of every model. */
    List<DriftReport> latest();

    /** Newest first. */
    Page<DriftMoment> history(String model, int page, int size);

    /**
     * What a watch found, in one line.
     *
     * @param score excess of the index of the scores; null without a spread to compare with
     * @param feature the one that has moved furthest, and its excess; null when none was compared
     * @param z of the calibration; null when too few answers are known
     */
    record DriftMoment(
            String version, Instant judgedAt, DriftLevel level, long rows, Double score, String feature, Double featureIndex, Double z) {
        public static DriftMoment of(DriftReport report) {
            PopulationStability worst = report.worstFeature();
            return new DriftMoment(
                    report.version(),
                    report.judgedAt(),
                    report.level(),
                    report.rows(),
                    report.score() == null ? null : report.score().excess(),
                    worst == null ? null : worst.of(),
                    worst == null ? null : worst.excess(),
                    report.calibration() == null ? null : report.calibration().z());
        }
    }
}
