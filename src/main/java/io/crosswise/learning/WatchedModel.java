package io.crosswise.learning;

import io.crosswise.scoring.FieldMapping;
import io.crosswise.scoring.ScoringModel;

/**
 * A champion with what its training reported.
 *
 * @param mapping names of the report's fields as decisions call them
 */
public record WatchedModel(String name, String version, ScoringModel scoring, FieldMapping mapping, ModelReport report) {}
