package io.crosswise.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When one customer may be spoken to and on what; read in the first step of a decision, and again before anything is sent.
 *
 * @param zone where the customer's days begin and end
 * @param hours of each channel that has some; a channel that is missing may be used at any time
 * @param holidays public holidays where the customer lives, over the {@link #AHEAD} days to come
 * @param bestHour whether a message waits for the hours in which the customer answers most
 * @param connected channels that have a connector or people behind them
 * @param longestWait how long an offer may wait for a contact window
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactTimes(
        ZoneId zone,
        QuietHours quietHours,
        Map<ChannelCode, ContactHours> hours,
        Set<LocalDate> holidays,
        boolean bestHour,
        Set<ChannelCode> connected,
        Duration longestWait)
        implements Serializable {
    /** Days for which holidays are known; no channel is closed for longer. */
    public static final int AHEAD = 45;

    private static final ContactHours AT_ANY_TIME = new ContactHours(null, null, true);

    /** Where the customer comes to us, or keeps office hours with us anyway, unless hours are set. */
    private static final Set<ChannelCode> UNDISTURBING = Set.of(ChannelCode.SELF_CARE, ChannelCode.ACCOUNT_MANAGER);

    /** In one order always, so that the same times are always written the same. */
    public ContactTimes {
        hours = new TreeMap<>(hours);
        holidays = new TreeSet<>(holidays);
        connected = new TreeSet<>(connected);
    }

    /** No message and no call before this moment; {@code from} itself when it may be at once. */
    public Instant earliest(ChannelCode channel, Instant from) {
        if (UNDISTURBING.contains(channel) && !hours.containsKey(channel)) {
            return from;
        }
        ContactHours open = hours.getOrDefault(channel, AT_ANY_TIME);
        Instant last = from.plus(Duration.ofDays(AHEAD));
        Instant at = from;
        while (at.isBefore(last)) {
            Instant undisturbed = Optional.ofNullable(quietHours.endAfter(at, zone)).orElse(at);
            Instant next = open.next(undisturbed, zone, holidays, AHEAD).orElse(last);
            if (next.equals(at)) {
                return at;
            }
            at = next;
        }
        return last;
    }
}
