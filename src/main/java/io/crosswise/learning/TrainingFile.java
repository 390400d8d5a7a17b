package io.crosswise.learning;

/** A file to learn from. @param content its bytes */
public record TrainingFile(String name, byte[] content) {}
