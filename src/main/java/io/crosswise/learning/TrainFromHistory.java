package io.crosswise.learning;

import java.util.List;

/** Trains models of the product's family on its own history. */
public interface TrainFromHistory {
    /** Names of the models that can be trained so. */
    List<String> models();

    /**
     * Trains one model.
     *
     * @param version the trained model will carry
     * @param judging what the result has to stand
     * @throws IllegalArgumentException when the model is unknown or the history holds too few examples of it
     * @throws TrainingRefused when a gate stops the training
     */
    TrainedModel train(String model, String version, Judging judging);
}
