package io.crosswise.experiment;

import io.crosswise.experiment.inference.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What units came to, already summed. */
public interface UnitSums {
    /**
     * Per day and arm, days ascending; a unit belongs to the day on which its window closed.
     *
     * @param sinceVersion units first met in an earlier version are left out
     * @param until windows that close later are left out
     */
    List<DaySum> settled(String experiment, int sinceVersion, Metric metric, Instant until);

    /** Units met so far by arm, settled or not. */
    Map<String, Long> met(String experiment, int sinceVersion);

    /** @param nonZero units whose value is not 0 */
    record DaySum(LocalDate day, String arm, Sample sample, long nonZero) {}
}
