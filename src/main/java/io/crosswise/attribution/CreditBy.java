package io.crosswise.attribution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What credit is summed up by: a property of the touch that earned it. */
public enum CreditBy {
    CHANNEL,
    OFFER,
    SEGMENT,
    TRIGGER;

    /** The name in the HTTP contract, for example {@code channel}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CreditBy> named(String slug) {
        return Arrays.stream(values()).filter(by -> by.slug().equals(slug)).findFirst();
    }
}
