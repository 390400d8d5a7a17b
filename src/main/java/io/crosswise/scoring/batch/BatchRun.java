package io.crosswise.scoring.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosswise.shared.CustomerId;
import java.time.Instant;
import java.util.Map;

/**
 * One run over the whole base.
 *
 * @param models version by name, the champions when it began
 * @param customers there were when it began
 * @param done of them; what was scored for them is committed
 * @param refused scores that a model did not give
 * @param last customer that is done, null for none
 * @param busyMillis spent on it, without the time it was stopped
 * @param failure what stopped it for good, null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRun(
        String runId,
        State state,
        Map<String, String> models,
        long customers,
        long done,
        long refused,
        CustomerId last,
        long busyMillis,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        String failure) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** Customers per second with all models; 0 before the first part is done. */
    @JsonProperty
    public long customersPerSecond() {
        return busyMillis == 0 ? 0 : Math.round(done * 1000.0 / busyMillis);
    }

    BatchRun with(CustomerId lastDone, long customersDone, long scoresRefused, long millis) {
        return new BatchRun(
                runId, state, models, customers, customersDone, scoresRefused, lastDone, millis, startedBy, startedAt, finishedAt, failure);
    }
}
