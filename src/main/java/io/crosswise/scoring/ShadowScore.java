package io.crosswise.scoring;

import java.io.Serializable;

/** What a challenger said of a customer and nobody acted upon; kept in the decision record beside the scores. */
public record ShadowScore(String model, String version, double value) implements Serializable {}
