package io.crosswise.experiment;

import io.crosswise.candidate.Candidate;
import io.crosswise.experiment.Treatment.Action;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Segment;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Last step of {@code decide-offer}: writes down the arms a decision was made in, and in which of them it could make a difference. */
public final class NoteArms {
    /** Code of the refusal of all that could be offered to a customer whom no channel reaches. */
    public static final String NO_CHANNEL = "NO_CHANNEL_ALLOWED";

    private NoteArms() {}

    /**
     * Who is in any hold-out counts in no other experiment: nothing those do reaches the customer.
     *
     * @param ranked candidates after arbitration, null when the decision ended before
     * @param winner null without
     * @param channel the offer would take, null without
     */
    public static List<ArmTaken> note(
            List<ArmInForce> arms, Segment segment, List<Candidate> ranked, Candidate winner, ChannelCode channel) {
        List<ArmInForce> concerned = ApplyArms.of(arms, segment).arms();
        boolean universally = concerned.stream().anyMatch(arm -> holdsOut(arm) && arm.kind() == Kind.UNIVERSAL_HOLD_OUT);
        boolean anyhow = concerned.stream().anyMatch(NoteArms::holdsOut);
        return concerned.stream()
                .map(arm -> {
                    boolean reached =
                            switch (arm.kind()) {
                                case UNIVERSAL_HOLD_OUT -> winner != null && channel != null;
                                case PROGRAMME_HOLD_OUT -> !universally
                                        && winner != null
                                        && channel != null
                                        && ApplyArms.concerns(arm, winner.categories());
                                case OFFER, DISCOUNT -> !anyhow && ranked != null && ranked.stream().anyMatch(one -> wasRanked(arm, one));
                                case CHANNEL -> !anyhow && winner != null;
                                case MESSAGE -> !anyhow && winner != null && channel == ChannelCode.EMAIL;
                            };
                    return new ArmTaken(
                            arm.experiment(), arm.version(), arm.arm(), arm.bucket(), arm.unit(), reached, arm.treatment().variant());
                })
                .toList();
    }

    /** Of the arms that could make a difference the one that did most: one that does something before a control, then by kind. */
    public static Optional<ArmTaken> foremost(List<ArmInForce> arms, List<ArmTaken> taken) {
        return arms.stream()
                .filter(arm -> !arm.kind().isHoldOut())
                .sorted(Comparator.comparing((ArmInForce arm) -> arm.treatment().action() == Action.NONE).thenComparing(ArmInForce::kind))
                .flatMap(arm -> taken.stream().filter(one -> one.exposed() && one.name().equals(arm.experiment())))
                .findFirst();
    }

    private static boolean holdsOut(ArmInForce arm) {
        return arm.treatment().action() == Action.HOLD_OUT;
    }

    /**
     * What an arm changes must not decide whether it counts, so an offer left out or found too dear counts like one that won. Nobody
     * can be told of what no channel is allowed for, and no arm changes the discount of a bundle.
     */
    private static boolean wasRanked(ArmInForce arm, Candidate candidate) {
        return arm.isAbout(candidate.offer())
                && !(arm.kind() == Kind.DISCOUNT && candidate.kind() == Candidate.Kind.BUNDLE)
                && (!(candidate.verdict() instanceof Rejected rejected)
                        || rejected.reason().stage() == Stage.ARBITRATION && !rejected.reason().code().equals(NO_CHANNEL)
                        || rejected.reason().stage() == Stage.EXPERIMENT);
    }
}
