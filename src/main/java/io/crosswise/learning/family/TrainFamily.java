package io.crosswise.learning.family;

import io.crosswise.learning.GradientBoosting;
import io.crosswise.learning.Judging;
import io.crosswise.learning.TrainFromHistory;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingHistory;
import java.util.List;

/** Trains the models of the family by their recipes; what a retraining and the making of the shipped files call. */
public class TrainFamily implements TrainFromHistory {
    private final TrainingHistory history;
    private final GradientBoosting boosting;

    public TrainFamily(TrainingHistory history, GradientBoosting boosting) {
        this.history = history;
        this.boosting = boosting;
    }

    @Override
    public List<String> models() {
        return Family.models();
    }

    @Override
    public TrainedModel train(String model, String version, Judging judging) {
        return Family.recipe(model).train(new Recipe.Run(history, boosting, version, judging));
    }
}
