package io.crosswise.learning;

import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.TrainingReport.Metrics;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Trains a model on all rows and judges the same recipe on rows it has not seen. */
public class TrainModel {
    private static final int FOLDS = 5;
    private static final double TOP = 0.15;

    private final GradientBoosting boosting;

    public TrainModel(GradientBoosting boosting) {
        this.boosting = boosting;
    }

    /**
     * The PMML file and its report; the same set and settings give the same bytes on one machine.
     *
     * @throws IllegalArgumentException when there are fewer than five rows of either label
     */
    public TrainedModel train(TrainingSet set, TrainingSettings settings) {
        int positives = set.positives();
        if (Math.min(positives, set.rows().length - positives) < FOLDS) {
            throw new IllegalArgumentException("Model " + set.model() + " needs at least " + FOLDS + " rows of each label, not "
                    + positives + " positive ones of " + set.rows().length);
        }
        Metrics metrics = judge(set, settings);
        TrainingReport report = new TrainingReport(
                set.model(), settings.version(), set.marketSha256(), metrics, settings, set.features());
        try (BoostedTrees trees = boosting.grow(set, settings)) {
            double[][] verification = VerificationRows.of(set.rows(), trees.probabilities(set.rows()));
            return new TrainedModel(trees.toPmml(set, settings, verification), report);
        }
    }

    private Metrics judge(TrainingSet set, TrainingSettings settings) {
        double[] unseen = unseenProbabilities(set, settings);
        double baseRate = (double) set.positives() / set.rows().length;
        double[] base = new double[unseen.length];
        Arrays.fill(base, baseRate);
        return new Metrics(
                Judgement.auc(unseen, set.labels()),
                Judgement.precisionAtTop(TOP, unseen, set.labels()),
                Judgement.logLoss(unseen, set.labels()),
                Judgement.logLoss(base, set.labels()),
                baseRate,
                set.rows().length,
                set.positives());
    }

    private double[] unseenProbabilities(TrainingSet set, TrainingSettings settings) {
        int[] folds = Folds.stratified(set.labels(), set.customers(), FOLDS, settings.seed());
        double[] probabilities = new double[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] seen = IntStream.range(0, folds.length).filter(row -> folds[row] != left).toArray();
            int[] unseen = IntStream.range(0, folds.length).filter(row -> folds[row] == left).toArray();
            try (BoostedTrees trees = boosting.grow(set.at(seen), settings)) {
                double[] answers = trees.probabilities(set.at(unseen).rows());
                for (int i = 0; i < unseen.length; i++) {
                    probabilities[unseen[i]] = answers[i];
                }
            }
        }
        return probabilities;
    }
}
