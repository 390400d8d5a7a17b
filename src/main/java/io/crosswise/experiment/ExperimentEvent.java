package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** What somebody did to an experiment; kept for ever. @param reason null where none is asked for */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperimentEvent(
        Action action, int version, Experiment definition, List<BucketRange> buckets, Instant at, String by, String reason) {
    public enum Action {
        CREATED,
        REVISED,
        STARTED,
        STOPPED
    }
}
