package io.crosswise.experiment;

import io.crosswise.candidate.Candidate;
import io.crosswise.experiment.Treatment.Action;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the arms of a customer change a decision, each at its stage. Hold-outs change nothing until the offer stands. */
public final class ApplyArms {
    /** Code of the note on an offer that went first because an arm prefers it. */
    public static final String PREFERRED = "EXPERIMENT_PREFERS";

    private final List<ArmInForce> arms;

    private ApplyArms(List<ArmInForce> arms) {
        this.arms = arms;
    }

    /** Those of the arms that touch decisions about the segment. */
    public static ApplyArms of(List<ArmInForce> arms, Segment segment) {
        return new ApplyArms(arms.stream().filter(arm -> arm.isFor(segment)).toList());
    }

    public List<ArmInForce> arms() {
        return arms;
    }

    /**
     * Before arbitration: leaves offers out and changes discounts. A bundle keeps its discount, since the rules of bundles have judged
     * it.
     *
     * @param mostDiscount euros per month a discount may cost, null without limit; an arm raises no discount above it, nor above the
     *     offer's own limit, and lowers none below nothing
     * @param maxBillIncrease euros per month the bill may grow by, null without limit; an arm lowers no discount so far that it grows by
     *     more
     */
    public List<Candidate> toCandidates(List<Candidate> candidates, Money mostDiscount, Money maxBillIncrease) {
        List<Candidate> changed = candidates;
        for (ArmInForce arm : arms) {
            changed = switch (arm.treatment().action()) {
                case EXCLUDE_OFFER -> changed.stream().map(candidate -> exclude(candidate, arm, candidates)).toList();
                case CHANGE_DISCOUNT -> changed.stream()
                        .map(candidate -> discount(candidate, arm, mostDiscount, maxBillIncrease))
                        .toList();
                default -> changed;
            };
        }
        return changed;
    }

    /** The experiments whose arms leave a candidate out: the offer they name, and bundles that would sell it. @param all of the decision */
    public List<String> leavingOut(Candidate candidate, List<Candidate> all) {
        return with(Action.EXCLUDE_OFFER).stream()
                .filter(arm -> sells(candidate, arm.treatment().offer(), all))
                .map(ArmInForce::experiment)
                .toList();
    }

    /** After arbitration: the offer an arm prefers goes first, if it is still allowed, and says so. */
    public List<Candidate> toRanking(List<Candidate> ranked) {
        List<Candidate> changed = ranked;
        for (ArmInForce arm : with(Action.PREFER_OFFER)) {
            changed = preferring(arm, changed);
        }
        return changed;
    }

    private static List<Candidate> preferring(ArmInForce arm, List<Candidate> ranked) {
        Optional<Candidate> preferred = ranked.stream()
                .filter(candidate -> candidate.isAllowed() && candidate.offer().equals(arm.treatment().offer()))
                .findFirst();
        if (preferred.isEmpty() || preferred.get() == ranked.get(0)) {
            return ranked;
        }
        Candidate first = preferred.get().noted(reason(PREFERRED, arm, "met cette offre en premier.", "puts this offer first."));
        return Stream.concat(Stream.of(first), ranked.stream().filter(candidate -> candidate != preferred.get())).toList();
    }

    /** Before routing: the channel an arm prefers ranks before all others; whether it may be used is judged as ever. */
    public List<ChannelPreference> toChannels(List<ChannelPreference> preferences) {
        List<ChannelPreference> changed = preferences;
        for (ArmInForce arm : with(Action.PREFER_CHANNEL)) {
            ChannelCode channel = arm.treatment().channel();
            BigDecimal first = changed.stream()
                    .map(ChannelPreference::rank)
                    .min(Comparator.naturalOrder())
                    .orElse(BigDecimal.ONE)
                    .subtract(BigDecimal.ONE);
            changed = Stream.concat(
                            Stream.of(new ChannelPreference(channel, first, reason(arm, "préfère ce canal.", "prefers this channel."))),
                            changed.stream().filter(preference -> preference.channel() != channel))
                    .toList();
        }
        return changed;
    }

    /** The hold-out that keeps this offer from the customer: the universal one before those of programmes. */
    public Optional<ArmInForce> heldOut(Collection<ServiceCategory> offered) {
        return with(Action.HOLD_OUT).stream()
                .filter(arm -> concerns(arm, offered))
                .min(Comparator.comparing(ArmInForce::kind).thenComparing(ArmInForce::experiment));
    }

    static boolean concerns(ArmInForce arm, Collection<ServiceCategory> offered) {
        return arm.categories().isEmpty() || !Collections.disjoint(arm.categories(), offered);
    }

    private List<ArmInForce> with(Action action) {
        return arms.stream().filter(arm -> arm.treatment().action() == action).toList();
    }

    private static Candidate exclude(Candidate candidate, ArmInForce arm, List<Candidate> all) {
        return sells(candidate, arm.treatment().offer(), all)
                ? candidate.rejected(reason(arm, "écarte cette offre.", "leaves this offer out."))
                : candidate;
    }

    private static boolean sells(Candidate candidate, String offer, List<Candidate> all) {
        return candidate.offer().equals(offer)
                || candidate.kind() == Candidate.Kind.BUNDLE
                        && all.stream()
                                .filter(other -> other.offer().equals(offer))
                                .anyMatch(other -> candidate.services().containsAll(other.services()));
    }

    private static Candidate discount(Candidate candidate, ArmInForce arm, Money mostDiscount, Money maxBillIncrease) {
        String offer = arm.treatment().offer();
        boolean meant = candidate.kind() != Candidate.Kind.BUNDLE && (offer == null || offer.equals(candidate.offer()));
        if (!meant || !candidate.isAllowed()) {
            return candidate;
        }
        Money most = least(candidate.maxDiscount(), mostDiscount == null ? candidate.maxDiscount() : mostDiscount);
        Money fewest = larger(Money.ZERO, maxBillIncrease == null ? Money.ZERO : candidate.monthlyPrice().minus(maxBillIncrease));
        Money wished = candidate.discount().plus(arm.treatment().euros());
        boolean raised = wished.compareTo(candidate.discount()) > 0;
        Money granted = raised
                ? larger(candidate.discount(), least(wished, most))
                : least(candidate.discount(), larger(wished, fewest));
        return granted.compareTo(candidate.discount()) == 0
                ? candidate
                : candidate.withDiscount(granted)
                        .noted(reason(
                                arm,
                                "fixe la remise à %s par mois.".formatted(granted),
                                "sets the discount to %s a month.".formatted(granted)));
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Money larger(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Reason reason(ArmInForce arm, String french, String english) {
        return reason("EXPERIMENT", arm, french, english);
    }

    private static Reason reason(String code, ArmInForce arm, String french, String english) {
        return new Reason(
                code,
                Stage.EXPERIMENT,
                arm.experiment(),
                "Arm %s of experiment %s %s".formatted(arm.arm(), arm.experiment(), english),
                "Le groupe %s de l’expérience %s %s".formatted(arm.arm(), arm.experiment(), french));
    }
}
