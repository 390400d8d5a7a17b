package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
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
 * @param scope offers it is about: categories, offer codes, {@code *}, or {@code EACH} category by itself; empty when it is about channels
 * @param max how many are enough, at least 1
 * @param waits whether an offer it holds back waits for the window to open
 */
public record ContactCap(
        List<ChannelCode> channels, List<String> scope, Counted counted, ContactWindow window, int max, boolean waits, Reason reason)
        implements Serializable {
    private static final String EACH = "EACH";

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
    Map<String, Instant> offersOpen(ContactHistory history, Instant now, ZoneId zone) {
        Map<String, Instant> opening = new LinkedHashMap<>();
        if (scope.contains(EACH)) {
            Arrays.stream(ServiceCategory.values()).forEach(category -> opens(
                            history, touch -> touch.groups().contains(category), now, zone)
                    .ifPresent(at -> opening.put(category.name(), at)));
        } else {
            opens(history, this::isAbout, now, zone).ifPresent(at -> scope.forEach(part -> opening.put(part, at)));
        }
        return opening;
    }

    private boolean isAbout(PastTouch touch) {
        return scope.contains("*")
                || scope.contains(touch.offer())
                || touch.groups().stream().anyMatch(group -> scope.contains(group.name()));
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
