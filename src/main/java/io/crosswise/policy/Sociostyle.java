package io.crosswise.policy;

import java.io.Serializable;

/**
 * How a consumer lives with technology, and how one speaks with such a person.
 *
 * @param code expertise, age band and consumption, for example {@code NOVICE_SENIOR_LIGHT}
 */
public record Sociostyle(String code, Tone tone, Depth depth) implements Serializable {
    /** How to speak. */
    public enum Tone {
        RELAXED,
        PLAIN,
        COURTEOUS
    }

    /** How much to explain. */
    public enum Depth {
        SHORT,
        STEP_BY_STEP,
        /** With prices, limits and speeds. */
        FIGURES
    }
}
