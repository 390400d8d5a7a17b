package io.crosswise.learning.family;

import io.crosswise.learning.Folds;
import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Grows trees of the effect of an offer, P(buys | offered) − P(buys anyway), by the X-learner (Künzel, Sekhon, Bickel and Yu
 * 2019). What each customer would have done on the other side is imputed by models that have not seen them; the two regressions
 * of the imputed effects and their mixture by the constant share of treated, e, are grown as one: a control row weighs
 * e / share of control and a treated row (1 − e) / share of treated.
 */
final class XLearner implements GradientBoosting {
    private static final int FOLDS = 3;

    private final GradientBoosting boosting;
    private final TrainingSettings nuisance;

    /** @param nuisance how the models of treated and of untreated customers are grown */
    XLearner(GradientBoosting boosting, TrainingSettings nuisance) {
        this.boosting = boosting;
        this.nuisance = nuisance;
    }

    @Override
    public BoostedTrees grow(TrainingSet set, TrainingSettings settings) {
        int rows = set.rows().length;
        int offered = (int) IntStream.range(0, rows).filter(row -> set.treated()[row]).count();
        double share = (double) offered / rows;
        double[] effects = imputed(set);
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            weights[row] = set.weight(row) * (set.treated()[row] ? (1 - share) / share : share / (1 - share));
        }
        return boosting.grow(set.asking(Objective.VALUE, effects, weights, null), settings);
    }

    /** What was seen less what the other side would have shown, by models grown on other customers. */
    private double[] imputed(TrainingSet set) {
        int[] folds = Folds.stratified(set.target(), set.groups(), FOLDS, nuisance.seed());
        double[] effects = new double[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            for (boolean treated : new boolean[] {true, false}) {
                int left = fold;
                int[] seen = places(set, row -> folds[row] != left && set.treated()[row] != treated);
                int[] asked = places(set, row -> folds[row] == left && set.treated()[row] == treated);
                double[] others = Arms.probabilities(boosting, set, seen, asked, nuisance);
                for (int i = 0; i < asked.length; i++) {
                    double difference = set.target()[asked[i]] - others[i];
                    effects[asked[i]] = treated ? difference : -difference;
                }
            }
        }
        return effects;
    }

    private static int[] places(TrainingSet set, IntPredicate which) {
        return IntStream.range(0, set.rows().length).filter(which).toArray();
    }
}
