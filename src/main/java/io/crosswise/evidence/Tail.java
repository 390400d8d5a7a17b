package io.crosswise.evidence;

/** What is committed and not sealed yet. @param oldestSeconds how long the oldest such row has waited, 0 when there is none */
public record Tail(long rows, double oldestSeconds) {}
