package io.crosswise.learning;

import io.crosswise.scoring.DecisionFeatures;
import io.crosswise.scoring.RefusedScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what one model reads, says and meets against the report of its training. */
final class DriftTally {
    private final WatchedModel model;
    private final DriftSettings settings;
    private final Map<String, BinCounts> features = new LinkedHashMap<>();
    private final BinCounts scores;
    private final AskedFeatures asked;
    private final CalibrationTally calibration;
    private long rows;

    /** @param unknown features nobody can tell about these rows; they are not compared */
    DriftTally(WatchedModel model, DriftSettings settings, Set<String> unknown) {
        this.model = model;
        this.settings = settings;
        ModelReport report = model.report();
        report.features().stream()
                .filter(use -> !AskedFeatures.isAsked(ours(use)) && !unknown.contains(ours(use)) && isNumeric(use))
                .forEach(use -> features.put(ours(use), new BinCounts(use.reference())));
        scores = report.scoreReference().isEmpty() ? null : new BinCounts(report.scoreReference());
        asked = new AskedFeatures(report.features());
        calibration = CalibrationTally.isPossible(report) ? new CalibrationTally(report, settings) : null;
    }

    /** A customer whose answer is not known. @param said score of this version; null has it asked again */
    void read(Map<String, Double> row, Double said) {
        count(row);
        if (scores != null) {
            addScore(said != null && asked.isEmpty() ? said : score(row));
        }
    }

    /** A customer whose answer is known. */
    void read(Map<String, Double> row, double answer) {
        count(row);
        Double score = scores == null && calibration == null ? null : score(row);
        addScore(score);
        met(score, answer);
    }

    /** What the model said of a customer whose answer is known by now; null when it said nothing. */
    void met(Double said, double answer) {
        if (said != null && calibration != null) {
            calibration.add(said, answer);
        }
    }

    private void count(Map<String, Double> row) {
        rows++;
        features.forEach((name, counts) -> counts.add(value(name, row)));
    }

    private void addScore(Double score) {
        if (score != null && scores != null) {
            scores.add(score);
        }
    }

    private Double score(Map<String, Double> row) {
        try {
            return model.scoring().score(asked.fill(row));
        } catch (RefusedScore e) {
            return null;
        }
    }

    long rows() {
        return rows;
    }

    DriftReport report(String source, Instant from, Instant to, Instant at) {
        double trainingRows = model.report().metric("rows");
        double judgedRows = model.report().metric("judgedRows");
        PopulationStability score = scores == null
                ? null
                : PopulationStability.of(PopulationStability.SCORE, scores, judgedRows > 0 ? judgedRows : trainingRows, 1, settings);
        List<PopulationStability> moved = new ArrayList<>();
        features.forEach((name, counts) ->
                moved.add(PopulationStability.of(name, counts, trainingRows, features.size(), settings)));
        moved.sort(Comparator.comparing(PopulationStability::level)
                .thenComparing(PopulationStability::excess)
                .reversed()
                .thenComparing(PopulationStability::of));
        CalibrationDrift met = calibration == null ? null : calibration.judge();
        return new DriftReport(
                model.name(),
                model.version(),
                source,
                at,
                from,
                to,
                rows,
                level(score, moved, met),
                DriftFindings.of(score, moved, met, settings),
                score,
                moved,
                met);
    }

    private DriftLevel level(PopulationStability score, List<PopulationStability> moved, CalibrationDrift met) {
        List<DriftLevel> levels = new ArrayList<>();
        moved.forEach(feature -> levels.add(isUsed(feature.of()) ? feature.level() : feature.level().atMost(DriftLevel.WATCH)));
        if (score != null) {
            levels.add(score.level());
        }
        if (met != null) {
            levels.add(met.level());
        }
        return DriftLevel.worst(levels);
    }

    private boolean isUsed(String feature) {
        return model.report().features().stream()
                .filter(use -> ours(use).equals(feature))
                .allMatch(use -> use.importance() == null || use.importance() > 0);
    }

    /** Services that are not held are not named. */
    private static Double value(String feature, Map<String, Double> row) {
        Double value = row.get(feature);
        return value == null && feature.startsWith(DecisionFeatures.SERVICE) ? Double.valueOf(0) : value;
    }

    private String ours(FeatureUse use) {
        return model.mapping().feature(use.feature());
    }

    private static boolean isNumeric(FeatureUse use) {
        return !use.reference().isEmpty()
                && use.reference().stream().allMatch(bin -> bin.category() == null || Bin.MISSING.equals(bin.category()));
    }
}
