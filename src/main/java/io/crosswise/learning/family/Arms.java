package io.crosswise.learning.family;

import io.crosswise.learning.Calibration;
import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.GradientBoosting.BoostedTrees;
import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.Arrays;

/** Models of one arm of an experiment: how likely its customers were to buy. */
final class Arms {
    private Arms() {}

    /** Of the asked rows, by trees grown on the seen ones, which are all of one arm. */
    static double[] probabilities(
            GradientBoosting boosting, TrainingSet set, int[] seen, int[] asked, TrainingSettings settings) {
        if (asked.length == 0) {
            return new double[0];
        }
        try (BoostedTrees trees = boosting.grow(arm(set, seen), settings)) {
            double[][] rows = Arrays.stream(asked).mapToObj(place -> set.rows()[place]).toArray(double[][]::new);
            return Arrays.stream(trees.margins(rows)).map(Calibration.NONE::probability).toArray();
        }
    }

    static TrainingSet arm(TrainingSet set, int[] places) {
        TrainingSet arm = set.at(places);
        return arm.asking(Objective.PROBABILITY, arm.target(), arm.weights(), null);
    }
}
