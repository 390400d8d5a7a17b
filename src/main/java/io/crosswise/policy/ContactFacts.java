package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Possible;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How often we spoke to the customer, as decision tables read it, in the variable {@code contact}. Totals leave SELF_CARE out: there
 * the customer comes to us.
 *
 * @param contacts7d touches in the last 7 days over all channels, likewise for each channel and for 30 days
 * @param contactsToday touches on this day of the customer's calendar, likewise its week (from Monday) and month
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
        @Possible(min = 0) int contactsToday,
        @Possible(min = 0) int contactsThisWeek,
        @Possible(min = 0) int contactsThisMonth,
        @Possible(min = 0) Integer daysSinceRefusal)
        implements Serializable {

    public static ContactFacts of(ContactHistory history, Instant asOf, ZoneId zone) {
        Count count = new Count(history, asOf);
        ZonedDateTime day = asOf.atZone(zone).toLocalDate().atStartOfDay(zone);
        return new ContactFacts(
                count.inDays(7, null),
                count.inDays(30, null),
                count.inDays(7, ChannelCode.EMAIL),
                count.inDays(30, ChannelCode.EMAIL),
                count.inDays(7, ChannelCode.SMS),
                count.inDays(30, ChannelCode.SMS),
                count.inDays(7, ChannelCode.CALL_CENTRE),
                count.inDays(30, ChannelCode.CALL_CENTRE),
                count.inDays(7, ChannelCode.ACCOUNT_MANAGER),
                count.inDays(30, ChannelCode.ACCOUNT_MANAGER),
                count.from(day.toInstant()),
                count.from(day.minusDays(day.getDayOfWeek().getValue() - 1L).toInstant()),
                count.from(day.withDayOfMonth(1).toInstant()),
                history.lastRefusal() == null
                        ? null
                        : (int) Math.max(0, Duration.between(history.lastRefusal(), asOf).toDays()));
    }

    private record Count(ContactHistory history, Instant asOf) {
        /** @param channel null is all but SELF_CARE */
        int inDays(int days, ChannelCode channel) {
            Instant from = asOf.minus(Duration.ofDays(days));
            return count(channel, touch -> touch.isAfter(from));
        }

        int from(Instant start) {
            return count(null, touch -> !touch.isBefore(start));
        }

        private int count(ChannelCode channel, java.util.function.Predicate<Instant> window) {
            return (int) history.touches().stream()
                    .filter(touch -> channel == null ? touch.channel() != ChannelCode.SELF_CARE : touch.channel() == channel)
                    .filter(touch -> !touch.at().isAfter(asOf) && window.test(touch.at()))
                    .count();
        }
    }
}
