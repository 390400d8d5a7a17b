package io.crosswise.experiment;

import io.crosswise.experiment.inference.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What units came to, already summed. */
public interface UnitSums {
    /**
     * Keeps what those units have come to whose windows have closed; who is kept already stays as it was. Idempotent.
     *
     * @param until windows that close later are still open; the beginning of a day, so that a day's units come together
     */
    void settle(String experiment, Instant until);

    /**
     * Of the units kept, per day and arm, days ascending; a unit belongs to the day on which its window closed.
     *
     * @param sinceVersion units first met in an earlier version are left out
     */
    List<DaySum> settled(String experiment, int sinceVersion, Metric metric);

    /** Units met so far by arm, settled or not. */
    Map<String, Long> met(String experiment, int sinceVersion);

    /** @param nonZero units whose value is not 0 */
    record DaySum(LocalDate day, String arm, Sample sample, long nonZero) {}
}
