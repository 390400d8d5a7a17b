package io.crosswise.process.decide;

import io.crosswise.candidate.Candidate;
import java.io.Serializable;
import java.util.List;

/** The candidates as they travel from stage to stage. */
public record Candidates(List<Candidate> list) implements Serializable {}
