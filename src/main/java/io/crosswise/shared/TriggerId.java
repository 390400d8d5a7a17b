package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** The key of one trigger. */
public record TriggerId(@JsonValue String value) implements Serializable {
    /** @throws IllegalArgumentException when the value is empty */
    @JsonCreator
    public TriggerId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A trigger id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
