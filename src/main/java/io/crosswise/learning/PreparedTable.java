package io.crosswise.learning;

import java.util.Map;

/**
 * A table that has become a training set.
 *
 * @param texts the columns learned from and those too varied to learn from, as they came and one value per row: a copy of the
 *     target may hide in words
 */
public record PreparedTable(TrainingSet set, Map<String, String[]> texts) {}
