package io.crosswise.learning.family;

import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.Judging;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingHistory;

/** How one model of the family is made out of the product's past. */
interface Recipe {
    /** Name of the model. */
    String model();

    /**
     * The same history and version give the same bytes on one machine.
     *
     * @throws IllegalArgumentException when the history holds too few examples
     */
    TrainedModel train(Run run);

    /**
     * What a recipe works with.
     *
     * @param version the trained model will carry
     */
    record Run(TrainingHistory history, GradientBoosting boosting, String version, Judging judging) {}
}
