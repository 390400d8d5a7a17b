package io.crosswise.learning;

import io.crosswise.learning.GradientBoosting.BoostedTrees;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Trains a model on all rows and judges the same recipe on rows it has not seen. */
public class TrainModel {
    private static final int FOLDS = 5;
    private static final double TOP = 0.15;

    private final GradientBoosting boosting;

    public TrainModel(GradientBoosting boosting) {
        this.boosting = boosting;
    }

    /** Trains without a champion to beat; see {@link #train(TrainingSet, TrainingSettings, Judging)}. */
    public TrainedModel train(TrainingSet set, TrainingSettings settings) {
        return train(set, settings, Judging.standard());
    }

    /**
     * The PMML file and its report; the same set and settings give the same bytes on one machine.
     *
     * @throws IllegalArgumentException when there are fewer than five rows of either answer
     * @throws TrainingRefused when columns reveal the target and are not accepted
     */
    public TrainedModel train(TrainingSet set, TrainingSettings settings, Judging judging) {
        int positives = set.positives();
        if (set.isYesOrNo() && Math.min(positives, set.rows().length - positives) < FOLDS) {
            throw new IllegalArgumentException("Model " + set.model() + " needs at least " + FOLDS + " rows of each answer, not "
                    + positives + " positive ones of " + set.rows().length);
        }
        ModelReport report = ModelReport.of(
                        set.model(), settings.version(), "gradient boosting", "5-fold cross-validation", set.dataSha256())
                .withMetrics(judge(set, settings))
                .withSettings(settings.asMap());
        try (BoostedTrees trees = boosting.grow(set, settings)) {
            double[][] verification = VerificationRows.of(set.rows(), trees.margins(set.rows()));
            return new TrainedModel(trees.toPmml(set, settings, Calibration.NONE, verification), report);
        }
    }

    private Map<String, Object> judge(TrainingSet set, TrainingSettings settings) {
        double[] unseen = unseenMargins(set, settings);
        Map<String, Object> metrics = new TreeMap<>();
        metrics.put("rows", set.rows().length);
        if (set.objective() == Objective.PROBABILITY) {
            boolean[] labels = new boolean[unseen.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = set.target()[i] == 1;
                unseen[i] = Calibration.NONE.probability(unseen[i]);
            }
            metrics.put("auc", Judgement.auc(unseen, labels));
            metrics.put("precisionTop15", Judgement.precisionAtTop(TOP, unseen, labels));
            metrics.put("logLoss", Judgement.logLoss(unseen, labels));
            metrics.put("baseRate", (double) set.positives() / labels.length);
            metrics.put("positives", set.positives());
        }
        return metrics;
    }

    private double[] unseenMargins(TrainingSet set, TrainingSettings settings) {
        int[] folds = Folds.stratified(set.target(), set.groups(), FOLDS, settings.seed());
        double[] margins = new double[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] seen = IntStream.range(0, folds.length).filter(row -> folds[row] != left).toArray();
            int[] unseen = IntStream.range(0, folds.length).filter(row -> folds[row] == left).toArray();
            try (BoostedTrees trees = boosting.grow(set.at(seen), settings)) {
                double[] answers = trees.margins(set.at(unseen).rows());
                for (int i = 0; i < unseen.length; i++) {
                    margins[unseen[i]] = answers[i];
                }
            }
        }
        return margins;
    }
}
