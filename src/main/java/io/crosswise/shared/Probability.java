package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** A probability in [0,1]; NaN and infinities are refused. */
public record Probability(@JsonValue double value) implements Serializable, Comparable<Probability> {
    public static final Probability ZERO = new Probability(0);

    /** @throws IllegalArgumentException when the value is NaN or outside [0,1] */
    @JsonCreator
    public Probability {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A probability is in [0,1], not " + value);
        }
    }

    @Override
    public int compareTo(Probability other) {
        return Double.compare(value, other.value);
    }
}
