package io.crosswise.experiment;

import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static io.crosswise.experiment.ExperimentBuilder.discounting;
import static io.crosswise.experiment.ExperimentBuilder.excluding;
import static io.crosswise.experiment.ExperimentBuilder.preferring;
import static io.crosswise.experiment.ExperimentBuilder.speakingOn;
import static io.crosswise.experiment.ExperimentBuilder.wording;
import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.policy.ChannelPreference;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.Verdict.Rejected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an arm does to a decision, and in which decisions it counts. */
class ApplyArmsTest {
    private static final Segment SEGMENT = Segment.B2C_LOYALTY;
    private static final Candidate TV = aCandidate("O-TV", ServiceCategory.TV).build();
    private static final Candidate FIBRE = aCandidate("O-FIBRE", ServiceCategory.HBB).build();
    private static final Candidate BUNDLE = aCandidate("B-1", ServiceCategory.TV)
            .as(Candidate.Kind.BUNDLE)
            .adding(List.of("O-TV", "O-FIBRE"), Set.of(ServiceCategory.TV, ServiceCategory.HBB))
            .discounted("3")
            .build();
    private static final Reason TOO_DEAR = new Reason("NEGATIVE_VALUE", Stage.ARBITRATION, null, "Worth nothing.");
    private static final Reason UNREACHABLE = new Reason("NO_CHANNEL_ALLOWED", Stage.ARBITRATION, null, "Nobody can be told.");
    private static final Reason NOT_HERE = new Reason("NO_FIBRE", Stage.ELIGIBILITY, "row", "No fibre.");

    @Test
    void aPreferredOfferGoesFirstIfItIsStillAllowed() {
        ApplyArms arms = in(other(Kind.OFFER, preferring("O-TV")));

        assertThat(arms.toRanking(List.of(FIBRE, TV))).extracting(Candidate::offer).containsExactly("O-TV", "O-FIBRE");
        assertThat(arms.toRanking(List.of(FIBRE, TV.rejected(TOO_DEAR)))).extracting(Candidate::offer).containsExactly("O-FIBRE", "O-TV");
    }

    @Test
    void anOfferIsLeftOutWithTheExperimentAsReason() {
        Candidate left = in(other(Kind.OFFER, excluding("O-TV"))).toCandidates(List.of(TV), null, null).get(0);

        assertThat(((Rejected) left.verdict()).reason().code()).isEqualTo("EXPERIMENT");
        assertThat(((Rejected) left.verdict()).reason().rule()).isEqualTo("tried");
    }

    @Test
    void aDiscountStaysWithinTheOffersLimitAndTheCustomersValue() {
        assertThat(discount(TV, "2", null)).isEqualTo(Money.euros("2"));
        assertThat(discount(TV, "50", null)).isEqualTo(TV.maxDiscount());
        assertThat(discount(TV, "50", Money.euros("1"))).isEqualTo(Money.euros("1"));
        assertThat(discount(TV, "-3", null)).isEqualTo(Money.ZERO);
        assertThat(discount(TV.withDiscount(Money.euros("9")), "50", null)).isEqualTo(Money.euros("9"));
        assertThat(discount(TV.withDiscount(Money.euros("9")), "-1", null)).isEqualTo(Money.euros("8"));
    }

    @Test
    void aLowerDiscountRaisesNoBillAboveItsLimit() {
        Candidate discounted = aCandidate("O-TV", ServiceCategory.TV).costing("40", "16").discounted("4").build();

        assertThat(discount(discounted, "-4", null, "38")).isEqualTo(Money.euros("2"));
        assertThat(discount(discounted, "-4", null, "36")).isEqualTo(Money.euros("4"));
        assertThat(discount(discounted, "-4", null, "40")).isEqualTo(Money.ZERO);
        assertThat(discount(discounted, "-4", null, "90")).isEqualTo(Money.ZERO);
    }

    @Test
    void aBundleKeepsTheDiscountThatTheRulesOfBundlesHaveJudged() {
        assertThat(discount(BUNDLE, "2", null)).isEqualTo(BUNDLE.discount());
        assertThat(exposed(other(Kind.DISCOUNT, discounting(null, "2")), List.of(BUNDLE), BUNDLE, ChannelCode.EMAIL)).isFalse();
        assertThat(exposed(other(Kind.DISCOUNT, discounting(null, "2")), List.of(BUNDLE, TV), BUNDLE, ChannelCode.EMAIL)).isTrue();
    }

    @Test
    void anOfferThatIsLeftOutIsNotSoldInABundleEither() {
        Candidate other = aCandidate("B-2", ServiceCategory.CLOUD)
                .as(Candidate.Kind.BUNDLE)
                .adding(List.of("O-FIBRE", "O-CLOUD"), Set.of(ServiceCategory.HBB, ServiceCategory.CLOUD))
                .build();
        ApplyArms arms = in(other(Kind.OFFER, excluding("O-TV")));

        assertThat(arms.toCandidates(List.of(TV, FIBRE, BUNDLE, other), null, null))
                .extracting(Candidate::isAllowed)
                .containsExactly(false, true, false, true);
        assertThat(arms.leavingOut(BUNDLE, List.of(TV, FIBRE, BUNDLE))).containsExactly("tried");
        assertThat(arms.leavingOut(FIBRE, List.of(TV, FIBRE, BUNDLE))).isEmpty();
    }

    @Test
    void aDiscountOfOneOfferLeavesTheOthersAlone() {
        assertThat(in(other(Kind.DISCOUNT, discounting("O-TV", "2"))).toCandidates(List.of(FIBRE), null, null)).containsExactly(FIBRE);
    }

    @Test
    void aPreferredChannelRanksFirstWhetherOrNotTheTableNamedIt() {
        ChannelPreference mail = new ChannelPreference(ChannelCode.EMAIL, BigDecimal.ONE, NOT_HERE);
        ChannelPreference call = new ChannelPreference(ChannelCode.CALL_CENTRE, BigDecimal.TEN, NOT_HERE);

        List<ChannelPreference> changed = in(other(Kind.CHANNEL, speakingOn(ChannelCode.CALL_CENTRE))).toChannels(List.of(mail, call));

        assertThat(changed).extracting(ChannelPreference::channel).containsExactly(ChannelCode.CALL_CENTRE, ChannelCode.EMAIL);
        assertThat(changed.get(0).rank()).isLessThan(BigDecimal.ONE);
        assertThat(in(other(Kind.CHANNEL, speakingOn(ChannelCode.SMS))).toChannels(List.of(mail))).hasSize(2);
    }

    @Test
    void theControlChangesNothing() {
        ApplyArms control = in(arm(anExperiment("tried").of(Kind.OFFER, preferring("O-TV")), "control"));

        assertThat(control.toRanking(List.of(FIBRE, TV))).containsExactly(FIBRE, TV);
        assertThat(control.toCandidates(List.of(FIBRE, TV), null, null)).containsExactly(FIBRE, TV);
    }

    @Test
    void anArmOfAnotherSegmentDoesNothing() {
        ExperimentBuilder forOthers = anExperiment("tried")
                .of(Kind.OFFER, preferring("O-TV"))
                .forDecisionsOn(new Audience(null, Set.of(Segment.B2C_STANDARD), Set.of(), Set.of()));

        assertThat(in(arm(forOthers, "other")).arms()).isEmpty();
    }

    @Test
    void theUniversalHoldOutSpeaksBeforeThatOfAProgramme() {
        ArmInForce universal = heldOut(anExperiment(Experiment.UNIVERSAL).holdingOut(0.5, Kind.UNIVERSAL_HOLD_OUT, null));
        ArmInForce tv = heldOut(programme(ServiceCategory.TV));

        assertThat(in(tv, universal).heldOut(TV.categories())).contains(universal);
        assertThat(in(tv).heldOut(TV.categories())).contains(tv);
        assertThat(in(tv).heldOut(FIBRE.categories())).isEmpty();
    }

    @Test
    void anArmCountsWhereverItCouldMatterWhateverItDid() {
        ArmInForce left = other(Kind.OFFER, excluding("O-TV"));
        ArmInForce control = arm(anExperiment("tried").of(Kind.OFFER, excluding("O-TV")), "control");
        List<Candidate> with = in(left).toCandidates(List.of(TV), null, null);

        assertThat(exposed(left, with, null, null)).isTrue();
        assertThat(exposed(control, List.of(TV), TV, ChannelCode.EMAIL)).isTrue();
        assertThat(exposed(control, List.of(TV.rejected(TOO_DEAR)), null, null)).isTrue();
        assertThat(exposed(control, List.of(TV.rejected(NOT_HERE), FIBRE), FIBRE, ChannelCode.EMAIL)).isFalse();
        assertThat(exposed(control, List.of(TV.rejected(UNREACHABLE)), null, null)).isFalse();
        assertThat(exposed(control, null, null, null)).isFalse();
    }

    @Test
    void wordsCountWhereALetterIsWrittenAndChannelsWhereThereIsAnOffer() {
        assertThat(exposed(other(Kind.MESSAGE, wording("brief")), List.of(TV), TV, ChannelCode.EMAIL)).isTrue();
        assertThat(exposed(other(Kind.MESSAGE, wording("brief")), List.of(TV), TV, ChannelCode.CALL_CENTRE)).isFalse();
        assertThat(exposed(other(Kind.CHANNEL, speakingOn(ChannelCode.SMS)), List.of(TV), TV, null)).isTrue();
    }

    @Test
    void whoIsHeldOutCountsInNoOtherArm() {
        ArmInForce universal = heldOut(anExperiment(Experiment.UNIVERSAL).holdingOut(0.5, Kind.UNIVERSAL_HOLD_OUT, null));
        ArmInForce tried = other(Kind.OFFER, preferring("O-TV"));
        ArmInForce programme = heldOut(programme(ServiceCategory.TV));

        assertThat(NoteArms.note(List.of(universal, programme, tried), SEGMENT, List.of(TV), TV, ChannelCode.EMAIL))
                .extracting(ArmTaken::name, ArmTaken::exposed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("universal-holdout", true),
                        org.assertj.core.groups.Tuple.tuple("tv-held-back", false),
                        org.assertj.core.groups.Tuple.tuple("tried", false));
    }

    private static boolean exposed(ArmInForce arm, List<Candidate> ranked, Candidate winner, ChannelCode channel) {
        return NoteArms.note(List.of(arm), SEGMENT, ranked, winner, channel).get(0).exposed();
    }

    private static Money discount(Candidate candidate, String euros, Money mostDiscount) {
        return discount(candidate, euros, mostDiscount, null);
    }

    private static Money discount(Candidate candidate, String euros, Money mostDiscount, String maxBillIncrease) {
        return in(other(Kind.DISCOUNT, discounting(null, euros)))
                .toCandidates(List.of(candidate), mostDiscount, maxBillIncrease == null ? null : Money.euros(maxBillIncrease))
                .get(0)
                .discount();
    }

    private static ExperimentBuilder programme(ServiceCategory category) {
        return anExperiment("tv-held-back")
                .holdingOut(0.5, Kind.PROGRAMME_HOLD_OUT, "TV")
                .forDecisionsOn(new Audience(null, Set.of(), Set.of(), Set.of(category)));
    }

    private static ApplyArms in(ArmInForce... arms) {
        return ApplyArms.of(List.of(arms), SEGMENT);
    }

    private static ArmInForce other(Kind kind, Treatment treatment) {
        return arm(anExperiment("tried").of(kind, treatment), "other");
    }

    private static ArmInForce heldOut(ExperimentBuilder experiment) {
        return arm(experiment, Experiment.HELD_OUT);
    }

    private static ArmInForce arm(ExperimentBuilder experiment, String arm) {
        StoredExperiment started = experiment.started();
        return IntStream.range(0, 100)
                .mapToObj(i -> AssignArms.arm(started, "C-" + i).orElseThrow())
                .filter(found -> found.arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }
}
