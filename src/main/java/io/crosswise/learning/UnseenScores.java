package io.crosswise.learning;

import io.crosswise.learning.GradientBoosting.BoostedTrees;

/**
 * What models that had not met them say of the rows.
 *
 * @param judged places of the rows that count in the report
 * @param scores of those rows, calibrated by a sigmoid that had not met them either
 * @param calibration for the model grown on all rows
 */
record UnseenScores(int[] judged, double[] scores, Calibration calibration) {

    static UnseenScores of(GradientBoosting boosting, TrainingSet set, TrainingSettings settings, Split split, Judging.Progress progress) {
        double[] margins = margins(boosting, set, settings, split, progress);
        int[] judged = split.judged();
        if (set.objective() == Objective.VALUE) {
            return new UnseenScores(judged, TrainingSet.pick(margins, judged), Calibration.NONE);
        }
        boolean[] labels = labels(set.target());
        double[] scores = new double[margins.length];
        for (int fold = 0; fold < Split.FOLDS; fold++) {
            Calibration others = calibration(margins, labels, split.seen(fold));
            for (int row : split.unseen(fold)) {
                scores[row] = others.probability(margins[row]);
            }
        }
        return new UnseenScores(judged, TrainingSet.pick(scores, judged), LogisticFit.platt(margins, labels));
    }

    static boolean[] labels(double[] target) {
        boolean[] labels = new boolean[target.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = target[row] == 1;
        }
        return labels;
    }

    private static double[] margins(
            GradientBoosting boosting, TrainingSet set, TrainingSettings settings, Split split, Judging.Progress progress) {
        double[] margins = new double[set.rows().length];
        for (int fold = 0; fold < Split.FOLDS; fold++) {
            progress.at("judging on unseen rows", (double) fold / Split.FOLDS);
            int[] unseen = split.unseen(fold);
            try (BoostedTrees trees = boosting.grow(set.at(split.seen(fold)), settings)) {
                double[] answers = trees.margins(set.at(unseen).rows());
                for (int i = 0; i < unseen.length; i++) {
                    margins[unseen[i]] = answers[i];
                }
            }
        }
        return margins;
    }

    private static Calibration calibration(double[] margins, boolean[] labels, int[] rows) {
        boolean[] some = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = labels[rows[i]];
        }
        return LogisticFit.platt(TrainingSet.pick(margins, rows), some);
    }
}
