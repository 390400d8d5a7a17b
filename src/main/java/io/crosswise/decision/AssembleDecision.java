package io.crosswise.decision;

import static io.crosswise.experiment.Experiment.HELD_OUT;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Decision.ApprovalNeed;
import io.crosswise.decision.Decision.CandidateResult;
import io.crosswise.decision.Decision.Conversation;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.decision.Decision.OfferMade;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.experiment.ArmInForce;
import io.crosswise.experiment.ArmTaken;
import io.crosswise.experiment.NoteArms;
import io.crosswise.policy.Sociostyle;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.shared.Probability;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict;
import java.util.List;
import java.util.Optional;

/** Last step of {@code decide-offer}: makes the record out of what was read and what each stage answered. */
public class AssembleDecision {
    public Decision assemble(DecisionInput input, StageResults stages) {
        Optional<Candidate> winner = Optional.ofNullable(stages.arbitration()).flatMap(Arbitration::winner);
        boolean reachable = stages.channel() != null && !stages.channel().mustWait();
        Outcome outcome = outcome(input, stages, winner.isPresent() && reachable);
        boolean named = outcome == Outcome.OFFER || outcome == Outcome.HELD_OUT;
        List<ArmTaken> arms = NoteArms.note(
                input.arms(),
                stages.segment(),
                stages.candidates(),
                winner.orElse(null),
                reachable ? stages.channel().code() : null);
        return new Decision(
                input.decisionId(),
                input.triggerId(),
                input.supersedes(),
                input.trigger().type(),
                input.profile().id(),
                input.profile().market(),
                stages.segment(),
                stages.sociostyle() == null ? null : stages.sociostyle().code(),
                conversation(stages.sociostyle()),
                input.decidedAt(),
                outcome,
                reason(input, stages, outcome, winner),
                named ? winner.map(AssembleDecision::offer).orElseThrow() : null,
                named ? stages.channel() : null,
                QueueOffer.queued(input, outcome, stages, winner),
                QueueOffer.suppressed(stages.permissions()),
                stages.approval() == null
                        ? new ApprovalNeed(false, null, null)
                        : new ApprovalNeed(stages.approval().required(), stages.approval().role(), stages.approval().reason()),
                named ? winner.orElseThrow().expectedValue() : null,
                named ? winner.orElseThrow().ifOffered().value() : null,
                named ? winner.orElseThrow().chance().uplift() : null,
                named ? winner.orElseThrow().chance().upliftClass() : null,
                stages.scores().outlook(),
                refers(stages, outcome, input.settings()) ? true : null,
                stages.scores().scores(),
                stages.scores().shadowScores(),
                results(stages, named ? winner : Optional.empty()),
                stages.arbitration() == null ? null : stages.arbitration().factors(),
                stages.arbitration() == null ? null : stages.arbitration().cost(),
                stages.arbitration() == null ? null : stages.arbitration().exploration(),
                stages.permissions() == null ? List.of() : stages.permissions().unknowns(),
                stages.rules(),
                stages.models(),
                decisive(stages.experiment(), input.arms(), arms),
                arms,
                List.copyOf(stages.path()),
                stages.processInstanceId(),
                input.catalogueVersion(),
                input.build());
    }

    private static Conversation conversation(Sociostyle sociostyle) {
        return sociostyle == null ? null : new Conversation(sociostyle.tone(), sociostyle.depth());
    }

    /** Who is being kept, or left alone, is not asked for a favour. */
    private static boolean refers(StageResults stages, Outcome outcome, DecisionSettings settings) {
        Probability referral = stages.scores().outlook().referral();
        return referral != null
                && referral.value() >= settings.referralFrom()
                && outcome != Outcome.RETAIN
                && outcome != Outcome.LEAVE_ALONE;
    }

    private static Outcome outcome(DecisionInput input, StageResults stages, boolean offerable) {
        if (!input.openOffers().isEmpty() && stages.candidates() == null) {
            return Outcome.NO_OFFER;
        }
        if (QueueOffer.outranked(input).isPresent()) {
            return Outcome.NO_OFFER;
        }
        Play play = stages.strategy().play();
        if (play == Play.LEAVE_ALONE) {
            return Outcome.LEAVE_ALONE;
        }
        if (play == Play.RETAIN) {
            return Outcome.RETAIN;
        }
        if (!offerable) {
            return Outcome.NO_OFFER;
        }
        return HELD_OUT.equals(stages.experiment().arm()) ? Outcome.HELD_OUT : Outcome.OFFER;
    }

    /** A hold-out beats any other arm, and an arm that could make a difference the universal hold-out nobody is held out by. */
    private static Experiment decisive(Experiment holdOut, List<ArmInForce> inForce, List<ArmTaken> taken) {
        if (holdOut == null || HELD_OUT.equals(holdOut.arm())) {
            return holdOut;
        }
        return NoteArms.foremost(inForce, taken)
                .map(arm -> new Experiment(arm.name(), arm.arm()))
                .orElse(holdOut);
    }

    private static Reason reason(DecisionInput input, StageResults stages, Outcome outcome, Optional<Candidate> winner) {
        if (outcome != Outcome.NO_OFFER) {
            return stages.strategy().reason();
        }
        Optional<Reason> waits = QueueOffer.reason(input, stages, winner);
        if (waits.isPresent()) {
            return waits.get();
        }
        if (stages.candidates() == null) {
            return new Reason(
                    "OFFER_OPEN",
                    Stage.STRATEGY,
                    null,
                    "The customer has not yet answered an earlier offer.",
                    "Le client n'a pas encore répondu à une offre précédente.");
        }
        if (winner.isPresent()) {
            return new Reason(
                    "NO_CHANNEL",
                    Stage.CHANNEL,
                    null,
                    "No allowed channel can reach the customer.",
                    "Aucun canal permis ne peut joindre le client.");
        }
        return commonRefusal(stages.candidates())
                .orElse(new Reason(
                    "NOTHING_ELIGIBLE",
                    Stage.ARBITRATION,
                    null,
                    "No candidate is allowed and worth offering.",
                    "Aucune offre n'est permise et utile."));
    }

    /** The one thing that stood in the way of everything the customer does not hold and the strategy looked at. */
    private static Optional<Reason> commonRefusal(List<Candidate> candidates) {
        List<Reason> refusals = candidates.stream()
                .map(candidate -> ((Verdict.Rejected) candidate.verdict()).reason())
                .filter(reason -> reason.stage() != Stage.CANDIDATES && reason.stage() != Stage.STRATEGY)
                .toList();
        return refusals.stream().map(Reason::code).distinct().count() == 1 ? Optional.of(refusals.get(0)) : Optional.empty();
    }

    private static OfferMade offer(Candidate winner) {
        return new OfferMade(
                winner.offer(),
                winner.name(),
                winner.services(),
                winner.monthlyPrice(),
                winner.monthlyMargin(),
                winner.discount(),
                winner.maxDiscount(),
                winner.contractMonths(),
                winner.trialDays(),
                winner.kind().name(),
                winner.categories().stream().sorted().toList());
    }

    private static List<CandidateResult> results(StageResults stages, Optional<Candidate> selected) {
        return stages.candidates() == null
                ? List.of()
                : stages.candidates().stream()
                        .map(candidate -> DescribeCandidate.describe(candidate, stages.arbitration(), selected))
                        .toList();
    }
}
