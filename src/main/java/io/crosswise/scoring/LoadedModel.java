package io.crosswise.scoring;

/** A version of the registry together with what answers for it. */
public record LoadedModel(Model model, ScoringModel scoring) {}
