package io.crosswise.scoring;

/** Makes a model out of its file: read, checked, verified against its embedded records and warmed. */
public interface LoadModel {
    /** @throws UnusableModel saying what is wrong with the file and what to change */
    ScoringModel load(ModelFile file);
}
