package io.crosswise.process.decide;

import io.crosswise.decision.Decision.Fingerprint;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Collects, while {@code decide-offer} runs, which activities were entered and which rules and models judged. */
public final class DecisionTrail implements Serializable {
    private final List<String> path = new ArrayList<>();
    private final List<Fingerprint> rules = new ArrayList<>();
    private final List<Fingerprint> models = new ArrayList<>();

    public void entered(String activityId) {
        path.add(activityId);
    }

    public void judgedBy(Fingerprint rule) {
        rules.add(rule);
    }

    public void scoredBy(List<Fingerprint> used) {
        models.addAll(used);
    }

    public List<String> path() {
        return path;
    }

    public List<Fingerprint> rules() {
        return rules;
    }

    public List<Fingerprint> models() {
        return models;
    }
}
