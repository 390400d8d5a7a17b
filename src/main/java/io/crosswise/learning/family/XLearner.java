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
 * 2019): what each customer would have done on the other side is imputed by models that have not seen them, and the imputed
 * effects of both arms are learned. The paper mixes two regressions by a weight g; here g is the share of the control, which
 * makes them one regression in which every row counts the same. With g the share of treated, the other usual choice, the one
 * customer in ten who was held back decides nine tenths of the answer, and noise wins.
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
    public String method() {
        return "X-learner, " + boosting.method();
    }

    @Override
    public BoostedTrees grow(TrainingSet set, TrainingSettings settings) {
        return boosting.grow(set.asking(Objective.VALUE, imputed(set), set.weights(), null), settings);
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
