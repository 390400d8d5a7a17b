package io.crosswise.replay;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a stored decision is judged again. */
public enum Against {
    /** By exactly the versions, settings and catalogue that judged it. */
    STORED,
    /** By those of today, on what was known of the customer then. */
    CURRENT;

    /** As it is written in requests and answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such word. */
    public static Optional<Against> named(String word) {
        return Arrays.stream(values()).filter(against -> against.word().equals(word)).findFirst();
    }
}
