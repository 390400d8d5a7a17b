package io.crosswise.learning.pmml;

/**
 * What a model file says of itself.
 *
 * @param dataSha256 fingerprint of the data it was trained on, hexadecimal
 */
public record ModelLabel(String name, String version, String description, String dataSha256) {}
