package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** The key of one decision. */
public record DecisionId(@JsonValue String value) implements Serializable {
    /** @throws IllegalArgumentException when the value is empty */
    @JsonCreator
    public DecisionId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A decision id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
