package io.crosswise.decision;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.OpportunityCost.Row;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.experiment.ArmInForce;
import io.crosswise.experiment.Kind;
import io.crosswise.experiment.Treatment;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.Exclusions.Exclusion;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Levers.Lever;
import io.crosswise.policy.Scope;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.Segment;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Candidates here are worth 0.384 euros per thousandth of acceptance less 0.50: FIBRE 95.50, TV 57.10, CLOUD 18.70. */
class OpportunityCostTest {
    private static final ApplyArms NO_ARMS = ApplyArms.of(List.of(), null);
    private static final Reason BARRED = new Reason("BARRED", Stage.ELIGIBILITY, "eligibility_barred", "No.");
    private static final Reason ALSO = new Reason("ALSO", Stage.SUITABILITY, "suitability_also", "No.");
    private static final Candidate FIBRE = aCandidate("FIBRE", ServiceCategory.HBB).accepted(0.25, 0).build();
    private static final Candidate TV = aCandidate("TV", ServiceCategory.TV).accepted(0.15, 0).build();
    private static final Candidate CLOUD = aCandidate("CLOUD", ServiceCategory.CLOUD).accepted(0.05, 0).build();
    private final Arbitrate arbitrate = new Arbitrate();

    @Test
    void nothingIsGivenUpWhenTheBestIsChosen() {
        assertThat(cost(Exclusions.NONE, List.of(), FIBRE, TV)).isEqualTo(OpportunityCost.NONE);
    }

    @Test
    void aRowThatRefusesTheBestCostsTheDifferenceToTheOfferChosen() {
        OpportunityCost cost = cost(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of(), FIBRE.rejected(BARRED), TV, CLOUD);

        assertThat(cost).isEqualTo(new OpportunityCost(
                Money.euros("38.40"),
                "FIBRE",
                List.of(new Row(
                        Influence.RULE, "eligibility_barred", Stage.ELIGIBILITY, "BARRED", "FIBRE", Money.euros("38.40")))));
    }

    @Test
    void aRowThatLeavesNothingToOfferCostsTheWholeValue() {
        assertThat(cost(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of(), FIBRE.rejected(BARRED)).total())
                .isEqualTo(Money.euros("95.50"));
    }

    @Test
    void aRowThatRefusesSomethingWorthLessCostsNothing() {
        assertThat(cost(excluding(new Exclusion(Scope.of("CLOUD"), BARRED)), List.of(), TV, CLOUD.rejected(BARRED)))
                .isEqualTo(OpportunityCost.NONE);
    }

    @Test
    void ofTwoRowsThatRefuseTheSameNeitherIsChargedThoughTheTotalCountsIt() {
        OpportunityCost cost = cost(
                excluding(new Exclusion(Scope.of("HBB"), BARRED), new Exclusion(Scope.of("FIBRE"), ALSO)), List.of(), FIBRE.rejected(BARRED), TV);

        assertThat(cost.total()).isEqualTo(Money.euros("38.40"));
        assertThat(cost.rows()).isEmpty();
    }

    @Test
    void aLimitOnTheBillStandsWhenAnotherRowIsSilent() {
        Exclusions limited = new Exclusions(List.of(new Exclusion(Scope.of("HBB"), BARRED)), Money.euros("10"), ALSO);

        assertThat(cost(limited, List.of(), FIBRE.rejected(BARRED), TV).rows()).isEmpty();
    }

    @Test
    void aLeverCostsWhatTheOfferItPushedAsideWasWorthMore() {
        OpportunityCost cost = cost(Exclusions.NONE, List.of(lever("TV", 2), lever("CLOUD", 1.1)), FIBRE, TV, CLOUD);

        assertThat(cost.total()).isEqualTo(Money.euros("38.40"));
        assertThat(cost.rows()).containsExactly(new Row(
                Influence.LEVER, "levers_TV", Stage.ARBITRATION, "L", "FIBRE", Money.euros("38.40")));
    }

    @Test
    void aLeverOfZeroIsChargedLikeARefusal() {
        OpportunityCost cost = cost(Exclusions.NONE, List.of(lever("HBB", 0)), FIBRE, TV);

        assertThat(cost.rows()).extracting(Row::rule).containsExactly("levers_HBB");
        assertThat(cost.rows()).extracting(Row::kind).containsExactly(Influence.LEVER);
        assertThat(cost.total()).isEqualTo(Money.euros("38.40"));
    }

    @Test
    void whatWasPutOffIsToldApart() {
        Arbitration arbitration = arbitrate.arbitrate(
                List.of(FIBRE, TV), leeway(Exclusions.NONE, List.of()), anInput().puttingOff("FIBRE", Duration.ofDays(1)).build());

        assertThat(arbitration.cost().rows()).extracting(Row::kind).containsExactly(Influence.LATER);
    }

    @Test
    void anExperimentThatPrefersAnotherOfferIsChargedAloneSinceNothingElseDecided() {
        ArmInForce arm = new ArmInForce(
                "tried", 1, Kind.OFFER, "other", 0, "customer",
                new Treatment(Treatment.Action.PREFER_OFFER, "CLOUD", null, null, null), Set.of(), Set.of(), Set.of());
        Leeway leeway = leeway(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of());
        Leeway tried = new Leeway(
                leeway.strategy(), null, leeway.permissions(), leeway.exclusions(), leeway.levers(),
                ApplyArms.of(List.of(arm), Segment.B2C_LOYALTY));

        Arbitration arbitration = arbitrate.arbitrate(List.of(FIBRE.rejected(BARRED), TV, CLOUD), tried, anInput().build());

        assertThat(arbitration.winner().orElseThrow().offer()).isEqualTo("CLOUD");
        assertThat(arbitration.cost()).isEqualTo(new OpportunityCost(
                Money.euros("76.80"),
                "FIBRE",
                List.of(new Row(Influence.EXPERIMENT, "tried", Stage.EXPERIMENT, "EXPERIMENT_PREFERS", "TV", Money.euros("38.40")))));
    }

    @Test
    void whatIsHeldAlreadyOrWorthNothingWasNeverGivenUp() {
        Candidate held = FIBRE.rejected(new Reason("ALREADY_OWNED", Stage.CANDIDATES, null, "Held."));
        Candidate worthless = aCandidate("X", ServiceCategory.SECURITY).accepted(0.1, 0.1).build().rejected(BARRED);

        assertThat(cost(Exclusions.NONE, List.of(), held, worthless, TV)).isEqualTo(OpportunityCost.NONE);
    }

    @Property(tries = 300)
    void noRowCostsMoreThanAllTogetherAndNothingIsNegative(@ForAll long seed) {
        RandomCandidates any = new RandomCandidates(seed);

        OpportunityCost cost = arbitrate.arbitrate(any.candidates(), any.leeway(), any.input().build()).cost();

        assertThat(cost.total().isNegative()).isFalse();
        assertThat(cost.rows()).allMatch(row -> row.euros().isPositive() && row.euros().compareTo(cost.total()) <= 0);
        assertThat(cost.rows()).extracting(Row::rule).doesNotHaveDuplicates();
    }

    @Property(tries = 1000)
    void aRowsCostIsWhatArbitrationWithoutItWouldHaveEarnedMore(@ForAll long seed) {
        RandomCandidates any = new RandomCandidates(seed);
        Leeway leeway = any.leeway();
        Arbitration with = arbitrate.arbitrate(any.candidates(), leeway, any.input().build());

        for (Lever silenced : leeway.levers().list()) {
            Levers others = new Levers(without(silenced, leeway.levers().list()));
            assertThat(charged(with, silenced.reason())).isEqualTo(gain(with, any, any.candidates(), new Leeway(
                    leeway.strategy(), leeway.lifetimeValue(), leeway.permissions(), leeway.exclusions(), others, NO_ARMS)));
        }
        for (Exclusion silenced : leeway.exclusions().list()) {
            List<Exclusion> others = without(silenced, leeway.exclusions().list());
            assertThat(charged(with, silenced.reason())).isEqualTo(gain(with, any, any.candidates(others), new Leeway(
                    leeway.strategy(), leeway.lifetimeValue(), leeway.permissions(), new Exclusions(others, null, null), leeway.levers(),
                    NO_ARMS)));
        }
        assertThat(charged(with, leeway.strategy().reason())).isEqualTo(gain(with, any, any.candidates(), new Leeway(
                leeway.strategy(), null, leeway.permissions(), leeway.exclusions(), leeway.levers(), NO_ARMS)));
    }

    @Test
    void whereNoChannelIsAllowedNothingElseIsCharged() {
        Leeway any = leeway(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of(lever("TV", 0)));
        Leeway unreachable = new Leeway(any.strategy(), null, allowing(), any.exclusions(), any.levers(), NO_ARMS);

        OpportunityCost cost =
                arbitrate.arbitrate(List.of(FIBRE.rejected(BARRED), TV, CLOUD), unreachable, anInput().build()).cost();

        assertThat(cost.total()).isEqualTo(Money.euros("95.50"));
        assertThat(cost.rows()).extracting(Row::rule, Row::offer).containsExactly(tuple("NO_CHANNEL_ALLOWED", "CLOUD"));
    }

    @Test
    void whatTheCustomersValueDoesNotAllowDoesNotComeBack() {
        Candidate discounted = aCandidate("FIBRE", ServiceCategory.HBB).accepted(0.25, 0).discounted("3").build();
        Leeway any = leeway(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of());
        Strategy sparing = new Strategy(Play.CROSS_SELL, Set.of(), 0, 1.0, 0, any.strategy().reason());
        Leeway poor = new Leeway(sparing, Money.euros("48"), any.permissions(), any.exclusions(), any.levers(), NO_ARMS);
        Leeway rich = new Leeway(sparing, Money.euros("72"), any.permissions(), any.exclusions(), any.levers(), NO_ARMS);

        assertThat(arbitrate.arbitrate(List.of(discounted.rejected(BARRED), CLOUD), poor, anInput().build()).cost().rows()).isEmpty();
        assertThat(arbitrate.arbitrate(List.of(discounted.rejected(BARRED), CLOUD), rich, anInput().build()).cost().rows()).hasSize(1);
    }

    @Test
    void whatAnArmLeavesOutDoesNotComeBackWithoutARow() {
        ArmInForce arm = new ArmInForce(
                "tried", 1, Kind.OFFER, "other", 0, "customer",
                new Treatment(Treatment.Action.EXCLUDE_OFFER, "FIBRE", null, null, null), Set.of(), Set.of(), Set.of());
        Leeway any = leeway(excluding(new Exclusion(Scope.of("HBB"), BARRED)), List.of());
        Leeway tried = new Leeway(
                any.strategy(), null, any.permissions(), any.exclusions(), any.levers(),
                ApplyArms.of(List.of(arm), Segment.B2C_LOYALTY));

        assertThat(arbitrate.arbitrate(List.of(FIBRE.rejected(BARRED), TV), tried, anInput().build()).cost().rows()).isEmpty();
        assertThat(arbitrate.arbitrate(List.of(FIBRE, TV), withoutRows(tried), anInput().build()).cost().rows())
                .extracting(Row::kind)
                .containsExactly(Influence.EXPERIMENT);
    }

    private static Leeway withoutRows(Leeway leeway) {
        return new Leeway(leeway.strategy(), null, leeway.permissions(), Exclusions.NONE, leeway.levers(), leeway.arms());
    }

    private static <T> List<T> without(T one, List<T> all) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static Money charged(Arbitration arbitration, Reason reason) {
        return arbitration.cost().rows().stream()
                .filter(row -> row.rule().equals(reason.rule()))
                .map(Row::euros)
                .findFirst()
                .orElse(Money.ZERO);
    }

    private Money gain(Arbitration with, RandomCandidates any, List<Candidate> candidates, Leeway leeway) {
        Money gained = worth(arbitrate.arbitrate(candidates, leeway, any.input().build())).minus(worth(with));
        return gained.isPositive() ? gained : Money.ZERO;
    }

    private static Money worth(Arbitration arbitration) {
        return arbitration.winner().map(Candidate::expectedValue).orElse(Money.ZERO);
    }

    private OpportunityCost cost(Exclusions exclusions, List<Lever> levers, Candidate... candidates) {
        return arbitrate.arbitrate(List.of(candidates), leeway(exclusions, levers), anInput().build()).cost();
    }

    private static Leeway leeway(Exclusions exclusions, List<Lever> levers) {
        Strategy strategy =
                new Strategy(Play.CROSS_SELL, Set.of(), 0, null, 0, new Reason("S", Stage.STRATEGY, "strategy_row", "Sell."));
        return new Leeway(strategy, null, allowing(ChannelCode.EMAIL), exclusions, new Levers(levers), NO_ARMS);
    }

    private static Exclusions excluding(Exclusion... exclusions) {
        return new Exclusions(List.of(exclusions), null, null);
    }

    private static Lever lever(String scope, double factor) {
        return new Lever(
                List.of(Scope.of(scope)), Levers.Kind.LEVER, factor, new Reason("L", Stage.ARBITRATION, "levers_" + scope, "A lever."));
    }
}
