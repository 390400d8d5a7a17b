package io.crosswise.channel;

import io.crosswise.policy.QuietHours;
import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What the channels can do, prefix {@code crosswise.channel}; a value that is null takes its default.
 *
 * @param connected channels that have a connector or people behind them
 * @param capacity contacts a channel can take per day; a channel that is missing is unlimited
 * @param bestHour whether a message waits for the hours in which the customer answers most
 * @param zone where days and hours are counted
 * @param language of customers whose language is unknown, {@code fr} or {@code en}
 * @param sender address offers are sent from and opt-outs are sent to
 * @param outbox folder mails are filed in while no mail server is configured
 */
public record ChannelSettings(
        Set<ChannelCode> connected,
        Map<ChannelCode, Integer> capacity,
        QuietHours quietHours,
        Boolean bestHour,
        ZoneId zone,
        String language,
        String sender,
        String outbox)
        implements Serializable {
    public static final ChannelSettings DEFAULTS = new ChannelSettings(null, null, null, null, null, null, null, null);

    /** @throws IllegalArgumentException when a capacity is negative */
    public ChannelSettings {
        connected = connected == null
                ? Set.of(ChannelCode.EMAIL, ChannelCode.CALL_CENTRE, ChannelCode.ACCOUNT_MANAGER, ChannelCode.SELF_CARE)
                : Set.copyOf(connected);
        capacity = capacity == null ? Map.of(ChannelCode.CALL_CENTRE, 100_000) : Map.copyOf(capacity);
        quietHours = quietHours == null ? QuietHours.DEFAULTS : quietHours;
        bestHour = bestHour == null || bestHour;
        zone = zone == null ? ZoneId.of("Europe/Paris") : zone;
        language = language == null ? "fr" : language;
        sender = sender == null ? "offers@crosswise.invalid" : sender;
        outbox = outbox == null ? "crosswise-data/outbox" : outbox;
        capacity.forEach((channel, limit) -> {
            if (limit < 0) {
                throw new IllegalArgumentException("crosswise.channel.capacity." + channel + " is 0 or more, not " + limit);
            }
        });
    }

    Path outboxFolder() {
        return Path.of(outbox);
    }

    /** These settings with other quiet hours. */
    public ChannelSettings withQuietHours(QuietHours hours) {
        return new ChannelSettings(connected, capacity, hours, bestHour, zone, language, sender, outbox);
    }
}
