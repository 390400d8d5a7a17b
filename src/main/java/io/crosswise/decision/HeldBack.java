package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import java.io.Serializable;
import java.time.Instant;

/** The best offer, which only a contact cap holds back. @param opensAt when it may be made */
public record HeldBack(Candidate candidate, Instant opensAt) implements Serializable {}
