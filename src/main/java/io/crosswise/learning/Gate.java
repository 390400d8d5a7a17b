package io.crosswise.learning;

/**
 * A reason a model may or may not be promoted.
 *
 * @param name {@code LEAK}, {@code CHANCE}, {@code FAIRNESS} or {@code WORSE_THAN_CHAMPION}
 * @param text what was found and, when it does not pass, what to change
 */
public record Gate(String name, boolean passed, String text) {}
