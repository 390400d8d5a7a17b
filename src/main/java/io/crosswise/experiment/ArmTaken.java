package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * The arm a decision was made in, part of its record.
 *
 * @param exposed whether the arm could make a difference to this decision, judged alike in all arms; results count from the unit's
 *     first such decision
 * @param variant of the message the arm asks for, null without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArmTaken(String name, int version, String arm, int bucket, String unit, boolean exposed, String variant)
        implements Serializable {}
