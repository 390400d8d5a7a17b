package io.crosswise.attribution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to share out the credit for a sale among the touches before it. */
public enum AttributionModel {
    FIRST,
    LAST,
    LINEAR,
    /** A touch loses half its credit per half-life. */
    TIME_DECAY;

    /** The name in the HTTP contract, for example {@code time-decay}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AttributionModel> named(String slug) {
        return Arrays.stream(values()).filter(model -> model.slug().equals(slug)).findFirst();
    }
}
