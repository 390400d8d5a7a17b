package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Possible;
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
        @Possible(min = 0) int contacts7d,
        @Possible(min = 0) int contacts30d,
        @Possible(min = 0) int email7d,
        @Possible(min = 0) int email30d,
        @Possible(min = 0) int sms7d,
        @Possible(min = 0) int sms30d,
        @Possible(min = 0) int call7d,
        @Possible(min = 0) int call30d,
        @Possible(min = 0) int accountManager7d,
        @Possible(min = 0) int accountManager30d,
        @Possible(min = 0) Integer daysSinceRefusal)
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
