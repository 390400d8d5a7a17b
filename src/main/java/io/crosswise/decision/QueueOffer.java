package io.crosswise.decision;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.decision.Decision.Queued;
import io.crosswise.decision.Decision.SuppressedContact;
import io.crosswise.policy.ContactPermissions;
import io.crosswise.policy.WaitingOffer;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.List;
import java.util.Optional;

/** Says, for the record, what waits because a contact cap bites, and which contacts were not made. */
final class QueueOffer {
    private static final String OTHER_MARKET = "NOT_FOR_THIS_MARKET";

    private QueueOffer() {}

    /** Null when nothing waits: there is an offer, or nothing that could be offered later. */
    static Queued queued(DecisionInput input, Outcome outcome, StageResults stages, Optional<Candidate> winner) {
        ChannelAssignment channel = stages.channel();
        if (outcome != Outcome.NO_OFFER || outranked(input).isPresent()) {
            return null;
        } else if (winner.isPresent() && channel != null && channel.mustWait()) {
            Candidate offer = winner.get();
            return new Queued(channel.opensAt(), offer.offer(), channel.code(), offer.expectedValue());
        }
        return heldBack(stages)
                .map(held -> new Queued(
                        held.opensAt(), held.candidate().offer(), null, held.candidate().expectedValue()))
                .orElse(null);
    }

    /** The other offer of this customer that has waited for the same window and goes before. */
    static Optional<WaitingOffer> outranked(DecisionInput input) {
        return input.supersedes() == null
                ? Optional.empty()
                : input.contacts().goingBefore(input.supersedes(), input.decidedAt());
    }

    /** Why there is no offer, when it is because of a wait. */
    static Optional<Reason> reason(DecisionInput input, StageResults stages, Optional<Candidate> winner) {
        Optional<WaitingOffer> before = outranked(input);
        if (before.isPresent()) {
            return Optional.of(new Reason(
                    "OUTRANKED_IN_QUEUE",
                    Stage.CONTACT_POLICY,
                    null,
                    "Another offer that waited for the same contact window is worth more: decision " + before.get().decision()));
        }
        return winner.isPresent() && stages.channel() != null && stages.channel().mustWait()
                ? Optional.of(stages.channel().reason())
                : heldBack(stages).map(held -> ((Verdict.Rejected) held.candidate().verdict()).reason());
    }

    private static Optional<HeldBack> heldBack(StageResults stages) {
        return Optional.ofNullable(stages.arbitration()).map(Arbitration::heldBack);
    }

    /** Channels that do not exist for such a customer are no contacts that were suppressed. */
    static List<SuppressedContact> suppressed(ContactPermissions permissions) {
        return permissions == null
                ? List.of()
                : permissions.refused().entrySet().stream()
                        .filter(refusal -> !refusal.getValue().code().equals(OTHER_MARKET))
                        .map(refusal -> new SuppressedContact(
                                refusal.getKey(), refusal.getValue(), permissions.opening().get(refusal.getKey())))
                        .toList();
    }
}
