package io.crosswise.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wants to find out, and how.
 *
 * @param programme what a programme hold-out is about, in words; null for other kinds
 * @param from first moment at which arms count, inclusive
 * @param until last moment, exclusive
 * @param expiry when its buckets are free for other experiments of the group; between {@code until} and then what customers got fades
 * @param window after a unit's first decision within which what it does counts
 * @param group experiments of one exclusion group share the buckets, so nobody is in two of them; its own name for none
 * @param traffic share of the group's buckets it asks for, (0,1]
 * @param arms shares sum to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Experiment(
        String name,
        Kind kind,
        String hypothesis,
        String programme,
        Unit unit,
        Audience audience,
        Instant from,
        Instant until,
        Instant expiry,
        Duration window,
        String group,
        double traffic,
        List<Arm> arms)
        implements Serializable {
    public static final String UNIVERSAL = "universal-holdout";
    public static final String HELD_OUT = "HELD_OUT";
    public static final String TREATED = "TREATED";

    public Experiment {
        audience = audience == null ? Audience.ALL : audience;
        arms = arms == null ? List.of() : List.copyOf(arms);
    }

    /** The arm the others are compared with: who is held out, else the first that does nothing. */
    @JsonIgnore
    public Arm control() {
        Treatment.Action wanted = kind.isHoldOut() ? Treatment.Action.HOLD_OUT : Treatment.Action.NONE;
        return arms.stream().filter(arm -> arm.treatment().action() == wanted).findFirst().orElseThrow();
    }

    /** Hashed with the unit: one per exclusion group, so that a unit has one bucket in it. */
    @JsonIgnore
    public String salt() {
        return saltOf(group);
    }

    static String saltOf(String group) {
        return group.equals(UNIVERSAL) ? UNIVERSAL : "experiment-group/" + group;
    }

    @JsonIgnore
    public boolean isUniversal() {
        return kind == Kind.UNIVERSAL_HOLD_OUT;
    }
}
