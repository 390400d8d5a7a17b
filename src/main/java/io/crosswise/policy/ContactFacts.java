package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How often we spoke to the customer, as decision tables read it, in the variable {@code contact}. Totals leave SELF_CARE out: there
 * the customer comes to us.
 *
 * @param contacts7d touches in the last 7 days over all channels, likewise for each channel and for 30 days
 * @param daysSinceRefusal full days since an offer was last declined, null never
 */
public record ContactFacts(
        int contacts7d,
        int contacts30d,
        int email7d,
        int email30d,
        int sms7d,
        int sms30d,
        int call7d,
        int call30d,
        int accountManager7d,
        int accountManager30d,
        Integer daysSinceRefusal)
        implements Serializable {

    public static ContactFacts of(ContactHistory history, Instant asOf) {
        Map<ChannelCode, Integer> week = history.contacts7d();
        Map<ChannelCode, Integer> month = history.contacts30d();
        return new ContactFacts(
                total(week),
                total(month),
                week.getOrDefault(ChannelCode.EMAIL, 0),
                month.getOrDefault(ChannelCode.EMAIL, 0),
                week.getOrDefault(ChannelCode.SMS, 0),
                month.getOrDefault(ChannelCode.SMS, 0),
                week.getOrDefault(ChannelCode.CALL_CENTRE, 0),
                month.getOrDefault(ChannelCode.CALL_CENTRE, 0),
                week.getOrDefault(ChannelCode.ACCOUNT_MANAGER, 0),
                month.getOrDefault(ChannelCode.ACCOUNT_MANAGER, 0),
                history.lastRefusal() == null
                        ? null
                        : (int) Math.max(0, Duration.between(history.lastRefusal(), asOf).toDays()));
    }

    private static int total(Map<ChannelCode, Integer> contacts) {
        return contacts.entrySet().stream()
                .filter(entry -> entry.getKey() != ChannelCode.SELF_CARE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
