package io.crosswise.decision;

import static io.crosswise.experiment.Experiment.HELD_OUT;
import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.CustomerBuilder.aCustomer;
import static io.crosswise.testing.Scores.scores;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.candidate.Candidate;
import io.crosswise.candidate.NetValue;
import io.crosswise.decision.Decision.CandidateVerdict;
import io.crosswise.decision.Decision.ChannelAssignment;
import io.crosswise.decision.Decision.Experiment;
import io.crosswise.decision.Decision.Outcome;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.ContactHistory;
import io.crosswise.policy.Sociostyle;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.scoring.LifetimeValueSettings;
import io.crosswise.shared.Build;
import io.crosswise.policy.WaitingOffer;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.DecisionId;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.shared.TriggerId;
import io.crosswise.testing.ContactBuilder;
import io.crosswise.trigger.TriggerFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the record says for each way a decision can end. */
class AssembleDecisionTest {
    private static final Candidate FIBRE = aCandidate("O-FIBRE", ServiceCategory.HBB).build().valued(worth("40"));
    private static final Candidate TV = aCandidate("O-TV", ServiceCategory.TV).build().valued(worth("10"));
    private static final ChannelAssignment MAIL = new ChannelAssignment(ChannelCode.EMAIL, reason("NOVICE", Stage.CHANNEL), null);

    private static final Sociostyle STYLE = new Sociostyle("STYLE", Sociostyle.Tone.PLAIN, Sociostyle.Depth.SHORT);

    private static NetValue worth(String euros) {
        return new NetValue(Money.euros(euros), Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    @Test
    void theBestAllowedCandidateIsOfferedAndTheOthersAreOutranked() {
        Decision decision = decide(List.of(), Play.CROSS_SELL, List.of(FIBRE, TV), "TREATED", MAIL);

        assertThat(decision.outcome()).isEqualTo(Outcome.OFFER);
        assertThat(decision.offer().code()).isEqualTo("O-FIBRE");
        assertThat(decision.expectedValue()).isEqualTo(Money.euros("40"));
        assertThat(decision.uplift()).isEqualTo(0.2 - 0.05);
        assertThat(decision.candidates())
                .extracting(Decision.CandidateResult::verdict)
                .containsExactly(CandidateVerdict.SELECTED, CandidateVerdict.OUTRANKED);
    }

    @Test
    void aHoldOutRecordsWhatWouldHaveBeenOffered() {
        Decision decision = decide(List.of(), Play.CROSS_SELL, List.of(FIBRE), HELD_OUT, MAIL);

        assertThat(decision.outcome()).isEqualTo(Outcome.HELD_OUT);
        assertThat(decision.offer().code()).isEqualTo("O-FIBRE");
    }

    @Test
    void withoutAChannelThereIsNoOffer() {
        Decision decision = decide(List.of(), Play.CROSS_SELL, List.of(FIBRE), "TREATED", null);

        assertThat(decision.outcome()).isEqualTo(Outcome.NO_OFFER);
        assertThat(decision.reason().code()).isEqualTo("NO_CHANNEL");
        assertThat(decision.offer()).isNull();
    }

    @Test
    void anOpenOfferStopsTheDecision() {
        Decision decision = decide(List.of(new DecisionId("D-0")), Play.CROSS_SELL, null, null, null);

        assertThat(decision.outcome()).isEqualTo(Outcome.NO_OFFER);
        assertThat(decision.reason().code()).isEqualTo("OFFER_OPEN");
    }

    @Test
    void theStrategyMayLeaveAloneOrRetain() {
        assertThat(decide(List.of(), Play.LEAVE_ALONE, null, null, null).outcome()).isEqualTo(Outcome.LEAVE_ALONE);
        assertThat(decide(List.of(), Play.RETAIN, null, null, null).outcome()).isEqualTo(Outcome.RETAIN);
    }

    @Test
    void theOneReasonThatStoodInTheWayIsTheDecisions() {
        Candidate owned = TV.rejected(reason("ALREADY_OWNED", Stage.CANDIDATES));
        Candidate barred = FIBRE.rejected(reason("FORMER_CUSTOMER", Stage.ELIGIBILITY));

        assertThat(decide(List.of(), Play.CROSS_SELL, List.of(owned, barred), null, null).reason().code())
                .isEqualTo("FORMER_CUSTOMER");
    }

    @Test
    void anOfferAnExperimentPutsFirstDoesNotPassForTheMostValuable() {
        Candidate first = TV.noted(new Reason(ApplyArms.PREFERRED, Stage.EXPERIMENT, "tv-first", "An arm puts this offer first."));

        Decision decision = decide(List.of(), Play.CROSS_SELL, List.of(first, FIBRE), "TREATED", MAIL);

        assertThat(decision.offer().code()).isEqualTo("O-TV");
        assertThat(decision.candidates())
                .extracting(Decision.CandidateResult::reason)
                .containsExactly("EXPERIMENT_PREFERS", "EXPERIMENT_PREFERS");
        assertThat(decision.candidates().get(0).rule()).isEqualTo("tv-first");
    }

    @Test
    void severalReasonsAreNothingEligible() {
        Candidate far = TV.rejected(reason("NO_FIBRE", Stage.ELIGIBILITY));
        Candidate dear = FIBRE.rejected(reason("NEGATIVE_VALUE", Stage.ARBITRATION));

        assertThat(decide(List.of(), Play.CROSS_SELL, List.of(far, dear), null, null).reason().code())
                .isEqualTo("NOTHING_ELIGIBLE");
    }

    @Test
    void anOfferACapHoldsBackIsNamedAndWaits() {
        Instant opens = Instant.parse("2026-11-24T09:30:00Z");
        ChannelAssignment full =
                new ChannelAssignment(ChannelCode.EMAIL, reason("CAP_7_DAYS", Stage.CONTACT_POLICY), null, null, opens);

        Decision decision = decide(List.of(), Play.CROSS_SELL, List.of(FIBRE, TV), "TREATED", full);

        assertThat(decision.outcome()).isEqualTo(Outcome.NO_OFFER);
        assertThat(decision.reason().code()).isEqualTo("CAP_7_DAYS");
        assertThat(decision.queued())
                .isEqualTo(new Decision.Queued(opens, "O-FIBRE", ChannelCode.EMAIL, FIBRE.expectedValue()));
        assertThat(decision.offer()).isNull();
        assertThat(decision.channel()).isNull();
    }

    @Test
    void ofSeveralThatWaitedTheOneWorthMostSpeaks() {
        WaitingOffer mine = waiting("D-1", "30");
        WaitingOffer better = waiting("D-7", "50");
        WaitingOffer worse = waiting("D-9", "10");

        assertThat(again(mine, worse).outcome()).isEqualTo(Outcome.OFFER);
        assertThat(again(mine, worse).supersedes()).isEqualTo(new DecisionId("D-1"));
        Decision outranked = again(mine, better);
        assertThat(outranked.outcome()).isEqualTo(Outcome.NO_OFFER);
        assertThat(outranked.reason().code()).isEqualTo("OUTRANKED_IN_QUEUE");
        assertThat(outranked.queued()).as("it has had its turn").isNull();
    }

    private static WaitingOffer waiting(String decision, String value) {
        Instant opened = Instant.parse("2026-11-21T09:00:00Z");
        return new WaitingOffer(new DecisionId(decision), opened, opened, Money.euros(value));
    }

    /** The decision D-1 left an offer waiting; this one takes its place. */
    private static Decision again(WaitingOffer... waiting) {
        ContactHistory history = new ContactHistory(List.of(), null, List.of(waiting));
        return decide(new DecisionId("D-1"), history, List.of(), Play.CROSS_SELL, List.of(FIBRE), "TREATED", MAIL);
    }

    private static Decision decide(
            List<DecisionId> open, Play play, List<Candidate> ranked, String arm, ChannelAssignment channel) {
        return decide(null, ContactHistory.NONE, open, play, ranked, arm, channel);
    }

    private static Decision decide(
            DecisionId supersedes,
            ContactHistory history,
            List<DecisionId> open,
            Play play,
            List<Candidate> ranked,
            String arm,
            ChannelAssignment channel) {
        DecisionInput input = new DecisionInput(
                new DecisionId("D-1"), new TriggerId("T-1"), supersedes, TriggerFacts.of("promotion-end"),
                Instant.parse("2026-11-21T09:30:00Z"), "seed", aCustomer().build(), Map.of(), history, ContactBuilder.ANY_TIME, open,
                List.of(), Map.of(), Map.of(), "catalogue", "substitution", new DecisionSettings(24, 0.05, Map.of(), Duration.ofDays(14), 0.2),
                new LifetimeValueSettings(0.08, 60), null, Build.UNKNOWN);
        StageResults stages = new StageResults(
                Segment.B2C_LOYALTY, STYLE, scores(0.2, 0.1, 0.3), new Strategy(play, Set.of(), 0, null, 0, reason("PLAY", Stage.STRATEGY)), ranked, arbitration(ranked), null,
                arm == null ? null : new Experiment("universal-holdout", arm), channel, null, List.of(), List.of(),
                List.of("startEvent_decideOffer"), "P-1");
        return new AssembleDecision().assemble(input, stages);
    }

    private static Arbitration arbitration(List<Candidate> ranked) {
        return ranked == null ? null : new Arbitration(ranked, List.of(), OpportunityCost.NONE, null, null);
    }

    private static Reason reason(String code, Stage stage) {
        return new Reason(code, stage, "row", "because");
    }
}
