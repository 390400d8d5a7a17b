package io.crosswise.learning.family;

import io.crosswise.learning.Objective;
import io.crosswise.learning.TrainModel;
import io.crosswise.learning.TrainedModel;
import io.crosswise.learning.TrainingHistory;
import io.crosswise.learning.TrainingSet;
import io.crosswise.learning.TrainingSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * A model of boosted trees on one training set.
 *
 * @param acceptedLeaks features the leak gate would refuse and that are wanted, with the reason
 */
record BoostedRecipe(String model, Objective objective, Gather gather, Map<String, String> acceptedLeaks) implements Recipe {
    /** Fewer buyers than that, and trees would learn single customers by heart. */
    private static final int FEW = 500;

    /** Picks the examples of a history. */
    @FunctionalInterface
    interface Gather {
        Rows from(TrainingHistory history);
    }

    BoostedRecipe(String model, Objective objective, Gather gather) {
        this(model, objective, gather, Map.of());
    }

    @Override
    public TrainedModel train(Run run) {
        TrainingSet set = set(run.history());
        Map<String, String> leaks = new HashMap<>(acceptedLeaks);
        leaks.putAll(run.judging().acceptedLeaks());
        return new TrainModel(run.boosting())
                .train(set, settings(set).withVersion(run.version()), run.judging().accepting(leaks));
    }

    TrainingSet set(TrainingHistory history) {
        return gather.from(history).toSet(model, objective, history.sha256());
    }

    static TrainingSettings settings(TrainingSet set) {
        boolean few = set.isYesOrNo() && set.positives() < FEW;
        return few ? TrainingSettings.cautious() : TrainingSettings.standard();
    }
}
