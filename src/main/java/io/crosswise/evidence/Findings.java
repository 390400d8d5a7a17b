package io.crosswise.evidence;

import java.util.ArrayList;
import java.util.List;

/** Collects what a verification finds; of very many the first are kept and all are counted. */
final class Findings {
    static final int KEPT = 1_000;
    private final List<Finding> kept = new ArrayList<>();
    private long total;

    void add(Finding finding) {
        total++;
        if (kept.size() < KEPT) {
            kept.add(finding);
        }
    }

    void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    List<Finding> kept() {
        return List.copyOf(kept);
    }

    long total() {
        return total;
    }
}
