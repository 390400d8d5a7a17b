package io.crosswise.learning;

import java.util.List;

/**
 * What a model makes of a feature.
 *
 * @param importance share of the total gain of all splits, [0,1]; null for models without trees
 * @param reference how its values were spread in training
 */
public record FeatureUse(String feature, Double importance, List<Bin> reference) {}
