package io.crosswise.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.regex.Pattern;

/** The key under which the operator knows a customer, 1 to 64 letters, digits or {@code . _ : -}. */
public record CustomerId(@JsonValue String value) implements Serializable {
    /** Begins the ids that stand for an erased customer. */
    private static final String NOBODY = "erased:";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** @throws IllegalArgumentException when the value is not 1 to 64 letters, digits or {@code . _ : -} */
    @JsonCreator
    public CustomerId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A customer id is 1 to 64 letters, digits or . _ : -");
        }
    }

    /** Whether the text could be a customer id at all; lets a door refuse it without an exception. */
    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** Whether it stands for a customer who was erased; it leads to nobody. */
    public boolean isErased() {
        return value.startsWith(NOBODY);
    }

    @Override
    public String toString() {
        return value;
    }
}
