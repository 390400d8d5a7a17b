package io.crosswise.decision;

import java.io.Serializable;
import java.time.Instant;

/** A customer said "maybe later": from then on the offer is lowered, and comes back by and by. @param offer its code */
public record Postponement(String offer, Instant at) implements Serializable {}
