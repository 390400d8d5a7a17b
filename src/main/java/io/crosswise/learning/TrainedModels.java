package io.crosswise.learning;

/** Where trained models are kept for scoring to find. */
public interface TrainedModels {
    /** Replaces a model of the same name. */
    void save(TrainedModel model);
}
