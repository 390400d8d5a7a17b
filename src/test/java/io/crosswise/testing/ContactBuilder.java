package io.crosswise.testing;

import io.crosswise.policy.ContactHistory;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.ContactTimes;
import io.crosswise.policy.LegalBasis;
import io.crosswise.policy.PastTouch;
import io.crosswise.policy.QuietHours;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What the contact policy reads and answers, for tests that need only some of it. */
public final class ContactBuilder {
    /** Lives in Paris, may be spoken to at any time. */
    public static final ContactTimes ANY_TIME = times(QuietHours.OFF, false);

    private ContactBuilder() {}

    /** Everything but SMS is connected. */
    public static ContactTimes times(QuietHours quiet, boolean bestHour) {
        return new ContactTimes(
                ZoneId.of("Europe/Paris"), quiet, Map.of(), Set.of(), bestHour,
                Set.of(ChannelCode.EMAIL, ChannelCode.CALL_CENTRE, ChannelCode.ACCOUNT_MANAGER, ChannelCode.SELF_CARE),
                Duration.ofDays(14));
    }

    public static PastTouch touch(ChannelCode channel, Instant at, ServiceCategory... groups) {
        return new PastTouch(channel, at, null, List.of(groups));
    }

    /** So many touches on each channel, one each second before then. */
    public static ContactHistory history(Instant before, Map<ChannelCode, Integer> touches) {
        return new ContactHistory(
                touches.entrySet().stream()
                        .flatMap(channel -> IntStream.range(0, channel.getValue())
                                .mapToObj(n -> touch(channel.getKey(), before.minusSeconds(n))))
                        .toList(),
                null,
                List.of());
    }

    /** All channels have a legal basis, these are allowed. */
    public static ContactPermissions allowing(ChannelCode... allowed) {
        return new ContactPermissions(List.of(allowed), Map.of(), List.of(), Map.of(), everyBasis(), Map.of());
    }

    /** None is allowed; a cap holds these back until then. */
    public static ContactPermissions opening(Map<ChannelCode, Instant> opening, ChannelCode... allowed) {
        Reason cap = new Reason("CAP_7_DAYS", Stage.CONTACT_POLICY, "row-cap", "Enough");
        Map<ChannelCode, Reason> refused = new java.util.EnumMap<>(ChannelCode.class);
        opening.keySet().forEach(channel -> refused.put(channel, cap));
        return new ContactPermissions(List.of(allowed), refused, List.of(), opening, everyBasis(), Map.of());
    }

    private static List<LegalBasis> everyBasis() {
        return Arrays.stream(ChannelCode.values())
                .map(channel -> new LegalBasis(
                        channel, new Reason("CONSENT", Stage.CONTACT_POLICY, "row-consent", "Has agreed"), Set.of()))
                .toList();
    }
}
