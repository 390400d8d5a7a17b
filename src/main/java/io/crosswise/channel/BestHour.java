package io.crosswise.channel;

import io.crosswise.scoring.ChannelResponse;
import io.crosswise.shared.HourBand;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Waits for the band of the day in which a customer answers most, where waiting is worth it. */
final class BestHour {
    /** An answer must become at least so much more likely, relative to speaking at once; less is within the noise of the models. */
    private static final double WORTH_WAITING = 1.10;

    private BestHour() {}

    /**
     * When to speak, at most 24 hours after {@code earliest}.
     *
     * @return null when the earliest moment is as good as any
     */
    static Instant after(Instant earliest, ChannelResponse response, ZoneId zone) {
        ZonedDateTime local = earliest.atZone(zone);
        HourBand best = response.best();
        double atOnce = response.in(HourBand.of(local.toLocalTime()).orElse(HourBand.MORNING)).value();
        if (response.in(best).value() < WORTH_WAITING * atOnce) {
            return null;
        }
        ZonedDateTime today = local.with(LocalTime.of(best.from(), 0));
        return (today.isBefore(local) ? today.plusDays(1) : today).toInstant();
    }
}
