package io.crosswise.channel;

import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.ContactTimes;
import io.crosswise.scoring.ChannelResponse;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the way an offer reaches the customer: the first rank of channels preferred of which one may be used, has room today and
 * costs less than the offer is worth, and of that rank the channel the customer answers most. Where only a contact cap stands in the
 * way of a better one, the offer waits for it.
 */
public class RouteChannel {
    /** @param waitsUntil no offer waits for longer */
    public record When(Instant now, Instant waitsUntil, ContactTimes times) {}

    /**
     * @param preferences most preferred first
     * @param responses how the customer answers each channel; a channel without model counts as never answered within its rank
     * @param capacityLeft contacts each limited channel can still take; a channel that is missing is unlimited
     * @return null when no channel is possible; one that must wait says since when it may be used; one that costs more than the offer is
     *     worth only where no other is left
     */
    public ChannelAssignment route(
            List<ChannelPreference> preferences,
            Map<ChannelCode, ChannelResponse> responses,
            ContactPermissions permissions,
            Offered offered,
            Map<ChannelCode, Integer> capacityLeft,
            When when) {
        List<Way> ways = preferences.stream()
                .filter(preference -> when.times().connected().contains(preference.channel()))
                .flatMap(preference -> permissions.basis(preference.channel(), offered.categories()).stream()
                        .map(basis -> new Way(preference, basis.reason(), opens(preference.channel(), permissions, when))))
                .toList();
        List<Way> open = ways.stream()
                .filter(way -> permissions.allowed().contains(way.channel()))
                .filter(way -> capacityLeft.getOrDefault(way.channel(), Integer.MAX_VALUE) > 0)
                .toList();
        Optional<Way> now = thatPay(open, offered).stream()
                .min(Comparator.comparing(Way::preference, Comparator.comparing(ChannelPreference::rank))
                        .thenComparing(way -> -bestResponse(responses.get(way.channel()))));
        List<Way> better = ways.stream()
                .filter(way -> way.opensAt() != null && isWorthTheWait(way, now, when))
                .toList();
        Optional<Way> later = thatPay(better, offered).stream()
                .filter(way -> now.isEmpty() || offered.pays(way.channel()))
                .min(Comparator.comparing(Way::preference, Comparator.comparing(ChannelPreference::rank))
                        .thenComparing(Way::opensAt));
        return later.map(way -> way.waiting(permissions.refused().get(way.channel())))
                .or(() -> now.map(way -> way.assigned(notBefore(way.channel(), responses.get(way.channel()), when))))
                .orElse(null);
    }

    /** @param opensAt null unless only a cap that lets offers wait stands in the way */
    private record Way(ChannelPreference preference, Reason basis, Instant opensAt) {
        ChannelCode channel() {
            return preference.channel();
        }

        ChannelAssignment assigned(Instant notBefore) {
            return new ChannelAssignment(channel(), preference.reason(), notBefore, basis, null);
        }

        ChannelAssignment waiting(Reason cap) {
            return new ChannelAssignment(channel(), cap, null, basis, opensAt);
        }
    }

    /** All of them when none pays: then the offer is not made for its worth, as in a comparison with another ranking. */
    private static List<Way> thatPay(List<Way> ways, Offered offered) {
        List<Way> paying = ways.stream().filter(way -> offered.pays(way.channel())).toList();
        return paying.isEmpty() ? ways : paying;
    }

    /** The moment the cap lets go and the hours of the channel allow to speak. */
    private static Instant opens(ChannelCode channel, ContactPermissions permissions, When when) {
        return Optional.ofNullable(permissions.opening().get(channel))
                .map(at -> when.times().earliest(channel, at))
                .orElse(null);
    }

    private static boolean isWorthTheWait(Way way, Optional<Way> now, When when) {
        Instant latest = now.map(usable -> when.now().plus(Duration.ofDays(usable.preference().waitDays())))
                .orElse(when.waitsUntil());
        boolean better = now.isEmpty() || way.preference().rank().compareTo(now.get().preference().rank()) < 0;
        return better && Stream.of(latest, when.waitsUntil()).noneMatch(way.opensAt()::isAfter);
    }

    private static double bestResponse(ChannelResponse response) {
        return response == null ? 0 : response.in(response.best()).value();
    }

    private static Instant notBefore(ChannelCode channel, ChannelResponse response, When when) {
        ContactTimes times = when.times();
        Instant undisturbed = times.earliest(channel, when.now());
        boolean isMessage = channel == ChannelCode.EMAIL || channel == ChannelCode.SMS;
        Instant best = isMessage && times.bestHour() && response != null
                ? BestHour.after(undisturbed, response, times.zone())
                : null;
        Instant at = best == null ? undisturbed : times.earliest(channel, best);
        return at.equals(when.now()) ? null : at;
    }
}
