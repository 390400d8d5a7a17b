package io.crosswise.channel;

import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.shared.ChannelCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the way an offer reaches the customer: the first channel preferred that may be used and has room today. */
public class RouteChannel {
    private static final Set<ChannelCode> NEVER_DISTURB = Set.of(ChannelCode.SELF_CARE, ChannelCode.ACCOUNT_MANAGER);

    /**
     * @param preferences most preferred first
     * @param capacityLeft contacts each limited channel can still take; a channel that is missing is unlimited
     * @return null when no channel is possible
     */
    public ChannelAssignment route(
            List<ChannelPreference> preferences,
            ContactPermissions permissions,
            Map<ChannelCode, Integer> capacityLeft,
            Instant now,
            ChannelSettings settings) {
        return preferences.stream()
                .filter(preference -> settings.connected().contains(preference.channel()))
                .filter(preference -> permissions.allowed().contains(preference.channel()))
                .filter(preference -> capacityLeft.getOrDefault(preference.channel(), Integer.MAX_VALUE) > 0)
                .findFirst()
                .map(preference -> new ChannelAssignment(
                        preference.channel(), preference.reason(), notBefore(preference.channel(), now, settings)))
                .orElse(null);
    }

    private static Instant notBefore(ChannelCode channel, Instant now, ChannelSettings settings) {
        return NEVER_DISTURB.contains(channel) ? null : settings.quietHours().endAfter(now, settings.zone());
    }
}
