package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.experiment.StoredExperiment.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an experiment has come to, by intention to treat: every unit in the arm it was first in, whatever reached it.
 *
 * @param window after a unit's first decision within which what it does counts
 * @param confidence that all intervals of the experiment hold, at all looks together
 * @param control the arm the others are compared with
 * @param conclusion in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperimentResults(
        String experiment,
        int version,
        Phase phase,
        Metric metric,
        Unit unit,
        Duration window,
        Instant asOf,
        double confidence,
        String control,
        List<ArmResult> arms,
        RatioCheck sampleRatio,
        List<Look> sequence,
        String conclusion) {

    /**
     * @param units met so far
     * @param settled of them whose window has closed; only they count
     * @param converted of the settled whose value is not 0
     * @param value sum over the settled units: how many of them, or euros
     * @param mean per settled unit
     * @param difference to the control, null for the control itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArmResult(
            String arm, double share, long units, long settled, long converted, double value, double mean, Gap difference) {}

    /**
     * @param low null when nothing bounds it yet
     * @param pValue anytime-valid, the smallest so far
     * @param conclusive since which day no difference is ruled out; null not yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(double value, Double low, Double high, double pValue, LocalDate conclusive, String method, String words) {}

    /** How it looked at the end of a day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Look(LocalDate day, String arm, long units, double difference, Double low, Double high) {}

    /** Whether arms have as many units as their shares say. @param pValue anytime-valid */
    public record RatioCheck(double pValue, boolean mismatch, String words) {}
}
