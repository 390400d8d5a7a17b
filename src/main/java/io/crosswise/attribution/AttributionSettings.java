package io.crosswise.attribution;

import java.time.Duration;

/**
 * How far touches reach, prefix {@code crosswise.attribution}; a value that is null takes its default.
 *
 * @param window how long before a sale a touch still counts, up to 365 days
 * @param halfLife after which a touch is worth half, for the model {@code time-decay}
 */
public record AttributionSettings(Duration window, Duration halfLife) {
    private static final Duration LONGEST = Duration.ofDays(365);
    public static final AttributionSettings DEFAULTS = new AttributionSettings(null, null);

    /** @throws IllegalArgumentException when a value is not positive or the window is longer than 365 days */
    public AttributionSettings {
        window = window == null ? Duration.ofDays(90) : window;
        halfLife = halfLife == null ? Duration.ofDays(7) : halfLife;
        if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("crosswise.attribution.window is above 0 and at most 365 days, not " + window);
        }
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("crosswise.attribution.half-life is above 0, not " + halfLife);
        }
    }
}
