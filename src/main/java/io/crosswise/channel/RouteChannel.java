package io.crosswise.channel;

import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.shared.ChannelCode;
import io.crosswise.scoring.ChannelResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the way an offer reaches the customer: the first rank of channels preferred of which one may be used and has room today,
 * and of that rank the channel the customer answers most.
 */
public class RouteChannel {
    private static final Set<ChannelCode> NEVER_DISTURB = Set.of(ChannelCode.SELF_CARE, ChannelCode.ACCOUNT_MANAGER);

    /**
     * @param preferences most preferred first
     * @param responses how the customer answers each channel; a channel without model counts as never answered within its rank
     * @param capacityLeft contacts each limited channel can still take; a channel that is missing is unlimited
     * @return null when no channel is possible
     */
    public ChannelAssignment route(
            List<ChannelPreference> preferences,
            Map<ChannelCode, ChannelResponse> responses,
            ContactPermissions permissions,
            Map<ChannelCode, Integer> capacityLeft,
            Instant now,
            ChannelSettings settings) {
        return preferences.stream()
                .filter(preference -> settings.connected().contains(preference.channel()))
                .filter(preference -> permissions.allowed().contains(preference.channel()))
                .filter(preference -> capacityLeft.getOrDefault(preference.channel(), Integer.MAX_VALUE) > 0)
                .min(Comparator.comparing(ChannelPreference::rank)
                        .thenComparing(preference -> -bestResponse(responses.get(preference.channel()))))
                .map(preference -> new ChannelAssignment(
                        preference.channel(),
                        preference.reason(),
                        notBefore(preference.channel(), responses.get(preference.channel()), now, settings)))
                .orElse(null);
    }

    private static double bestResponse(ChannelResponse response) {
        return response == null ? 0 : response.in(response.best()).value();
    }

    private static Instant notBefore(ChannelCode channel, ChannelResponse response, Instant now, ChannelSettings settings) {
        if (NEVER_DISTURB.contains(channel)) {
            return null;
        }
        Instant quietUntil = settings.quietHours().endAfter(now, settings.zone());
        if (!settings.bestHour() || response == null) {
            return quietUntil;
        }
        Instant best = BestHour.after(quietUntil == null ? now : quietUntil, response, settings.zone());
        Instant undisturbed = best == null ? null : settings.quietHours().endAfter(best, settings.zone());
        return best == null ? quietUntil : undisturbed == null ? best : undisturbed;
    }
}
