package io.crosswise.learning;

/** A model ready for the registry. @param pmml bytes of the PMML file */
public record TrainedModel(byte[] pmml, ModelReport report) {}
