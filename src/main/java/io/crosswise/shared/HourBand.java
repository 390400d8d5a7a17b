package io.crosswise.shared;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;

/** A part of the day in which customers are spoken to; models read its number as {@code hour_band}. */
public enum HourBand {
    /** 8 to 12 o'clock. */
    MORNING(8, 12),
    /** 12 to 14 o'clock. */
    MIDDAY(12, 14),
    /** 14 to 18 o'clock. */
    AFTERNOON(14, 18),
    /** 18 to 21 o'clock. */
    EVENING(18, 21);

    private final int from;
    private final int to;

    HourBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** 0 the morning to 3 the evening. */
    public int number() {
        return ordinal();
    }

    /** The hour it begins, local time of the customer. */
    public int from() {
        return from;
    }

    /** The hour it ends, exclusive. */
    public int to() {
        return to;
    }

    /** Empty at night. */
    public static Optional<HourBand> of(LocalTime time) {
        return Arrays.stream(values())
                .filter(band -> time.getHour() >= band.from && time.getHour() < band.to)
                .findFirst();
    }
}
