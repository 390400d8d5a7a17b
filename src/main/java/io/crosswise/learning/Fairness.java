package io.crosswise.learning;

/**
 * How evenly a model selects, when the 15 % of customers with the highest scores are taken.
 *
 * @param by name of the slice
 * @param ratio lowest selection rate over the highest; 0.8 is the four-fifths rule (29 CFR 1607.4 D)
 * @param least value that is selected least
 * @param most value that is selected most
 * @param limit smallest allowed ratio; null when the ratio is shown only
 */
public record Fairness(String by, double ratio, String least, String most, Double limit) {}
