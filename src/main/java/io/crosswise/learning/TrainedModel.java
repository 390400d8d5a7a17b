package io.crosswise.learning;

/** @param pmml bytes of the PMML file */
public record TrainedModel(byte[] pmml, TrainingReport report) {}
