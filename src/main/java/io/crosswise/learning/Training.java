package io.crosswise.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A training somebody asked for.
 *
 * @param step what is being done, in words
 * @param done share of the step that is behind us, [0,1]
 * @param version of the model in the registry, once it is trained
 * @param message why it was refused or failed, and what to change
 * @param gates that were judged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Training(
        String trainingId,
        String model,
        State state,
        String step,
        double done,
        String version,
        String message,
        List<Gate> gates,
        Map<String, Object> metrics,
        String askedBy,
        Instant askedAt,
        Instant endedAt) {

    public enum State {
        QUEUED,
        RUNNING,
        /** A candidate version is in the registry; its gates say whether it may be promoted. */
        TRAINED,
        /** The data must not be learned from as they are. */
        REFUSED,
        FAILED
    }

    static Training asked(String id, String model, String by, Instant at) {
        return new Training(id, model, State.QUEUED, "waiting for its turn", 0, null, null, List.of(), Map.of(), by, at, null);
    }

    Training at(String nextStep, double share) {
        return new Training(
                trainingId, model, State.RUNNING, nextStep, share, version, message, gates, metrics, askedBy, askedAt, null);
    }

    Training trained(String as, ModelReport report, Instant at) {
        String words = report.promotable() ? "registered as a candidate" : "registered as a candidate that may not be promoted";
        return new Training(
                trainingId, model, State.TRAINED, words, 1, as, null, report.gates(), report.metrics(), askedBy, askedAt, at);
    }

    Training refused(TrainingRefused refusal, Instant at) {
        return new Training(
                trainingId, model, State.REFUSED, step, done, null, refusal.getMessage(), refusal.gates(), metrics, askedBy, askedAt, at);
    }

    public Training failed(String why, Instant at) {
        return new Training(trainingId, model, State.FAILED, step, done, null, why, gates, metrics, askedBy, askedAt, at);
    }
}
