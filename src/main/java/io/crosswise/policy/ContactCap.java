package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A row of the contact policy that counts: so many contacts, or refusals, in a window are enough.
 *
 * @param channels counted together, and refused once they are enough
 * @param scope offers it is about; empty when it is about channels
 * @param each whether each scope is counted by itself, else contacts about any of them are counted together
 * @param max how many are enough, at least 1
 * @param waits whether an offer it holds back waits for the window to open
 */
public record ContactCap(
        List<ChannelCode> channels,
        List<Scope> scope,
        boolean each,
        Counted counted,
        ContactWindow window,
        int max,
        boolean waits,
        Reason reason)
        implements Serializable {
    public enum Counted {
        CONTACTS,
        REFUSALS
    }

    boolean isAboutOffers() {
        return !scope.isEmpty();
    }

    /** When the channels may be used again; empty when the cap does not bite. */
    Optional<Instant> channelsOpen(ContactHistory history, Instant now, ZoneId zone) {
        return opens(history, touch -> true, now, zone);
    }

    /** The scopes nothing may be offered from now, each with the moment it opens again. */
    Map<Scope, Instant> offersOpen(ContactHistory history, Instant now, ZoneId zone) {
        Map<Scope, Instant> opening = new LinkedHashMap<>();
        if (each) {
            scope.forEach(part -> opens(history, part::covers, now, zone).ifPresent(at -> opening.put(part, at)));
        } else {
            opens(history, touch -> scope.stream().anyMatch(part -> part.covers(touch)), now, zone)
                    .ifPresent(at -> scope.forEach(part -> opening.put(part, at)));
        }
        return opening;
    }

    /** The window opens when so many have left it that fewer than {@code max} remain. */
    private Optional<Instant> opens(ContactHistory history, Predicate<PastTouch> about, Instant now, ZoneId zone) {
        Stream<Instant> events = counted == Counted.REFUSALS
                ? Stream.ofNullable(history.lastRefusal())
                : history.touches().stream()
                        .filter(touch -> channels.contains(touch.channel()))
                        .filter(about)
                        .map(PastTouch::at);
        List<Instant> leaving = events.filter(event -> window.holds(event, now, zone))
                .map(event -> window.leaves(event, zone))
                .sorted()
                .toList();
        return leaving.size() < max ? Optional.empty() : Optional.of(leaving.get(leaving.size() - max));
    }
}
