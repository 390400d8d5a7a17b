package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences what has moved, for people and the log; holds no data of a customer. */
final class DriftFindings {
    private static final int MOST_FEATURES = 10;

    private DriftFindings() {}

    static List<String> of(
            PopulationStability score, List<PopulationStability> features, CalibrationDrift met, DriftSettings settings) {
        List<String> findings = new ArrayList<>();
        if (met != null && met.level().isAbove(DriftLevel.STABLE)) {
            findings.add(calibration(met));
        }
        if (score != null && score.level().isAbove(DriftLevel.STABLE)) {
            findings.add("The scores have moved: " + index(score, settings));
        }
        List<PopulationStability> moved = features.stream()
                .filter(feature -> feature.level().isAbove(DriftLevel.STABLE))
                .toList();
        moved.stream()
                .limit(MOST_FEATURES)
                .forEach(feature -> findings.add("The feature " + feature.of() + " has moved: " + index(feature, settings)));
        if (moved.size() > MOST_FEATURES) {
            findings.add("%d more features have moved".formatted(moved.size() - MOST_FEATURES));
        }
        return findings;
    }

    private static String index(PopulationStability stability, DriftSettings settings) {
        return String.format(
                Locale.ROOT,
                "its stability index is %.2f, %.2f above chance; %s from %.2f on",
                stability.psi(),
                stability.excess(),
                stability.level(),
                stability.level() == DriftLevel.ALARM ? settings.alarmIndex() : settings.watchIndex());
    }

    private static String calibration(CalibrationDrift met) {
        String means = met.spreads() == null
                ? String.format(Locale.ROOT, "%.1f %% predicted, %.1f %% observed", 100 * met.predicted(), 100 * met.observed())
                : String.format(
                        Locale.ROOT, "mean error %.2f times the spread reported in training", met.spreads());
        String slope = met.slope() == null || !met.slope().level().isAbove(DriftLevel.STABLE)
                ? ""
                : String.format(Locale.ROOT, "; calibration slope %.2f instead of 1", met.slope().value());
        return String.format(
                Locale.ROOT, "Predictions do not come true: %s in %d answers (z %.1f)%s", means, met.outcomes(), met.z(), slope);
    }
}
