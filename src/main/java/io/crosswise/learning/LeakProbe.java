package io.crosswise.learning;

import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.shared.StableHash;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Asks how well the target can be told from some of the features, by three-fold cross-validation of deep trees on a sample:
 * deep, since an invoice has to be taken apart before it tells what is on it.
 */
final class LeakProbe {
    private static final TrainingSettings DEEP = new TrainingSettings("1", 120, 6, 0.2, 1, 1, 1, 0.5, 1);
    private static final int FOLDS = 3;
    private static final int MOST_ROWS = 6_000;

    private final GradientBoosting boosting;
    private final TrainingSet set;
    private final int[] folds;
    private final boolean[] labels;

    LeakProbe(GradientBoosting boosting, TrainingSet set, int seed) {
        this.boosting = boosting;
        this.set = sample(set, seed);
        this.folds = Folds.stratified(this.set.target(), this.set.groups(), FOLDS, seed);
        this.labels = UnseenScores.labels(this.set.target());
    }

    TrainingSet set() {
        return set;
    }

    /** Area under the ROC curve of unseen rows; 0.5 when no feature is left. */
    double auc(Set<String> features) {
        int[] columns = columns(features);
        if (columns.length == 0) {
            return 0.5;
        }
        TrainingSet some = set.withColumns(columns);
        double[] margins = new double[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] seen = IntStream.range(0, folds.length).filter(row -> folds[row] != left).toArray();
            int[] unseen = IntStream.range(0, folds.length).filter(row -> folds[row] == left).toArray();
            try (BoostedTrees trees = boosting.grow(some.at(seen), DEEP)) {
                double[] answers = trees.margins(some.at(unseen).rows());
                for (int i = 0; i < unseen.length; i++) {
                    margins[unseen[i]] = answers[i];
                }
            }
        }
        return Judgement.auc(margins, labels);
    }

    /** The features that the trees gain most from, the most useful first. */
    List<String> mostUseful(Set<String> features, int count) {
        int[] columns = columns(features);
        try (BoostedTrees trees = boosting.grow(set.withColumns(columns), DEEP)) {
            double[] gains = trees.gains();
            Map<String, Double> byFeature = new HashMap<>();
            for (int i = 0; i < columns.length; i++) {
                byFeature.merge(set.columns().get(columns[i]).name(), gains[i], Double::sum);
            }
            return byFeature.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(count)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private int[] columns(Set<String> features) {
        return IntStream.range(0, set.columns().size())
                .filter(column -> features.contains(set.columns().get(column).name()))
                .toArray();
    }

    /** At most half of the sample are of the more frequent answer where there are many rows: AUC does not depend on the rate. */
    private static TrainingSet sample(TrainingSet set, int seed) {
        int rows = set.rows().length;
        double[] target = set.target();
        int positives = set.positives();
        double rarer = Math.min(positives, rows - positives);
        double other = Math.max(positives, rows - positives);
        double keepRarer = Math.min(1, MOST_ROWS / 2.0 / rarer);
        double keepOther = Math.min(1, Math.max(MOST_ROWS - rarer, MOST_ROWS / 2.0) / other);
        boolean rareIsYes = positives <= rows - positives;
        int[] kept = IntStream.range(0, rows)
                .filter(row -> StableHash.uniform("leak-" + seed, Integer.toString(row))
                        < ((target[row] == 1) == rareIsYes ? keepRarer : keepOther))
                .toArray();
        return set.asking(Objective.PROBABILITY, Arrays.copyOf(target, rows), null, null).at(kept);
    }
}
