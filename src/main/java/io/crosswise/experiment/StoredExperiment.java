package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An experiment as it stands in the store.
 *
 * @param version counts changes of the definition, from 1
 * @param buckets of each arm; empty before the first start
 * @param comparableSince version from which arms and shares are as they are now; results count units first met since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredExperiment(
        Experiment definition, int version, State state, List<BucketRange> buckets, int comparableSince, Instant changedAt, String changedBy) {

    public enum State {
        DRAFT,
        STARTED,
        STOPPED
    }

    /** Where a started experiment stands today. */
    public enum Phase {
        DRAFT,
        SCHEDULED,
        RUNNING,
        /** Takes no decision any more; its buckets stay its own until the expiry. */
        ENDED,
        EXPIRED,
        STOPPED
    }

    public StoredExperiment {
        buckets = List.copyOf(buckets);
    }

    /** The same, counting only units first met in this version. */
    StoredExperiment comparableFromNow() {
        return new StoredExperiment(definition, version, state, buckets, version, changedAt, changedBy);
    }

    public Phase phase(Instant now) {
        return switch (state) {
            case DRAFT -> Phase.DRAFT;
            case STOPPED -> Phase.STOPPED;
            case STARTED -> now.isBefore(definition.from())
                    ? Phase.SCHEDULED
                    : now.isBefore(definition.until())
                            ? Phase.RUNNING
                            : now.isBefore(definition.expiry()) ? Phase.ENDED : Phase.EXPIRED;
        };
    }

    /** Whether its buckets are its own at that moment. */
    public boolean holdsBuckets(Instant now) {
        return state == State.STARTED && now.isBefore(definition.expiry());
    }

    /** The arm of a bucket; empty where the bucket belongs to no arm. */
    public Optional<Arm> arm(int bucket) {
        return buckets.stream()
                .filter(range -> range.holds(bucket))
                .findFirst()
                .flatMap(range -> definition.arms().stream().filter(arm -> arm.name().equals(range.arm())).findFirst());
    }
}
