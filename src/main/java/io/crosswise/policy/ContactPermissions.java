package io.crosswise.policy;

import io.crosswise.candidate.Candidate;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
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

    /**
     * What allows to speak about offers of such categories on the channel: one basis that covers them all, else several that do so
     * together, told as one; empty when nothing does.
     */
    public Optional<LegalBasis> basis(ChannelCode channel, Collection<ServiceCategory> categories) {
        List<LegalBasis> own = bases.stream().filter(basis -> basis.channel() == channel).toList();
        return own.stream().filter(basis -> basis.covers(categories)).findFirst().or(() -> together(own, categories));
    }

    private static Optional<LegalBasis> together(List<LegalBasis> bases, Collection<ServiceCategory> categories) {
        List<Optional<LegalBasis>> each = categories.stream()
                .sorted()
                .map(category -> bases.stream().filter(basis -> basis.covers(List.of(category))).findFirst())
                .toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream().flatMap(Optional::stream).distinct().reduce(LegalBasis::and)
                : Optional.empty();
    }

    /** Channels that may speak of such categories: those that may be used now, else those whose window has yet to open. */
    public List<ChannelCode> carrying(Collection<ServiceCategory> categories) {
        List<ChannelCode> now =
                allowed.stream().filter(channel -> basis(channel, categories).isPresent()).toList();
        return now.isEmpty()
                ? opening.keySet().stream().filter(channel -> basis(channel, categories).isPresent()).sorted().toList()
                : now;
    }

    /** Whether any channel could carry an offer of such categories, now or later. */
    boolean reach(Collection<ServiceCategory> categories) {
        return !carrying(categories).isEmpty();
    }

    /** Why no channel may carry the offer, while others could be carried; empty when one may. */
    Optional<Reason> refusal(Candidate candidate) {
        return reachable().isEmpty() || reach(candidate.categories())
                ? Optional.empty()
                : Optional.of(noBasis("Rien ne permet de parler de cette offre sur un canal utilisable."
                        + " || Nothing allows to speak about this offer on a channel that may be used."));
    }

    static Reason noBasis(String words) {
        return new Reason("NO_LEGAL_BASIS", Stage.CONTACT_POLICY, null, words);
    }

    ContactPermissions withOffersOpening(Map<String, Instant> offers) {
        return new ContactPermissions(allowed, refused, unknowns, opening, bases, offers);
    }
}
