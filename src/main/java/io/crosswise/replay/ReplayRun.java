package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.crosswise.decision.StoredDecisions.Position;
import io.crosswise.decision.StoredDecisions.Selection;
import java.time.Instant;

/**
 * Many decisions run again, one part after the other.
 *
 * @param decisions there were when it began, at most its limit
 * @param done of them, of which so many came out {@code identical} or {@code different}, were {@code erased} before or {@code failed};
 *     against today's versions those names alone make no difference
 * @param last decision that is done, null for none
 * @param busyMillis spent on it, without the time it was stopped
 * @param failure what stopped it for good, null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayRun(
        String runId,
        State state,
        Against against,
        Selection selection,
        long decisions,
        long done,
        long identical,
        long different,
        long erased,
        long failed,
        Position last,
        long busyMillis,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        String failure) {

    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /** Decisions per second; 0 before the first part is done. */
    @JsonProperty
    public long decisionsPerSecond() {
        return busyMillis == 0 ? 0 : Math.round(done * 1000.0 / busyMillis);
    }

    ReplayRun plus(Part part) {
        return new ReplayRun(
                runId,
                state,
                against,
                selection,
                decisions,
                done + part.done(),
                identical + part.identical(),
                different + part.different(),
                erased + part.erased(),
                failed + part.failed(),
                part.last(),
                busyMillis + part.millis(),
                startedBy,
                startedAt,
                finishedAt,
                failure);
    }

    /** What one part came to. */
    record Part(long done, long identical, long different, long erased, long failed, Position last, long millis) {}
}
