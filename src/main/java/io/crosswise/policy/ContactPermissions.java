package io.crosswise.policy;

import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which channels may be used for a customer today.
 *
 * @param allowed in the order of {@link ChannelCode}
 * @param refused with the reason
 * @param unknowns what is not known about the customer and therefore excluded nothing, listed in the record
 * @param opening refused channels that only a cap holds back which lets offers wait, with the moment they open
 * @param bases what allows each channel by law
 * @param offersOpening offers that only such a cap refuses, by code, with the moment they may be made again
 */
public record ContactPermissions(
        List<ChannelCode> allowed,
        Map<ChannelCode, Reason> refused,
        List<String> unknowns,
        Map<ChannelCode, Instant> opening,
        List<LegalBasis> bases,
        Map<String, Instant> offersOpening)
        implements Serializable {

    /** Channels that can carry an offer, now or when their window opens. */
    public List<ChannelCode> reachable() {
        return Stream.concat(allowed.stream(), opening.keySet().stream()).sorted().toList();
    }

    /** What allows to speak about offers of such categories on the channel; empty when nothing does. */
    public Optional<LegalBasis> basis(ChannelCode channel, Collection<ServiceCategory> categories) {
        return bases.stream()
                .filter(basis -> basis.channel() == channel && basis.covers(categories))
                .findFirst();
    }

    /** Whether any channel could carry an offer of such categories, now or later. */
    boolean reach(Collection<ServiceCategory> categories) {
        return reachable().stream().anyMatch(channel -> basis(channel, categories).isPresent());
    }

    ContactPermissions withOffersOpening(Map<String, Instant> offers) {
        return new ContactPermissions(allowed, refused, unknowns, opening, bases, offers);
    }
}
