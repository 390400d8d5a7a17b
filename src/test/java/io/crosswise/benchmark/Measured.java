package io.crosswise.benchmark;

import java.util.Map;

/**
 * One round; everything but the timing is per decision.
 *
 * @param stageMs mean milliseconds by activity of {@code decide-offer}; empty without the engine
 */
record Measured(
        Timing timing,
        double applicationCpuMs,
        double databaseCpuMs,
        double rows,
        double commits,
        double walBytes,
        Map<String, Double> stageMs) {}
