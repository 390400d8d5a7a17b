package io.crosswise.experiment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosswise.experiment.BucketRange;
import io.crosswise.experiment.Experiment;
import io.crosswise.experiment.ExperimentEvent;
import io.crosswise.experiment.StoredExperiment;
import io.crosswise.experiment.StoredExperiment.Phase;
import java.time.Instant;
import java.util.List;

/** An experiment as it is shown. @param events oldest first; null in lists */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExperimentView(
        @JsonUnwrapped Experiment definition,
        int version,
        Phase phase,
        List<BucketRange> buckets,
        Instant changedAt,
        String changedBy,
        List<ExperimentEvent> events) {

    static ExperimentView of(StoredExperiment stored, List<ExperimentEvent> events, Instant now) {
        return new ExperimentView(
                stored.definition(), stored.version(), stored.phase(now), stored.buckets(), stored.changedAt(), stored.changedBy(), events);
    }
}
