package io.crosswise.decision;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.InputBuilder.anInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.candidate.Candidate;
import io.crosswise.decision.Exploration.Draw;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.Exclusions;
import io.crosswise.policy.Levers;
import io.crosswise.policy.Strategy;
import io.crosswise.policy.Strategy.Play;
import io.crosswise.shared.ChannelCode;
import io.crosswise.shared.Money;
import io.crosswise.shared.Reason;
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.InputBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExploreNewOffersTest {
    private static final ApplyArms NO_ARMS = ApplyArms.of(List.of(), null);
    private static final ExplorationSettings ALWAYS = new ExplorationSettings(1, 100, 10, 20, 200);
    private static final Candidate NEW = aCandidate("NEW", ServiceCategory.TV).accepted(0.2, 0).build();
    private static final Candidate KNOWN = aCandidate("KNOWN", ServiceCategory.HBB).accepted(0.25, 0).build();
    private final Arbitrate arbitrate = new Arbitrate();

    @Test
    void theSameSeedDrawsTheSameAndAnotherSeedAnother() {
        assertThat(decide("T-1", 5, 1, ALWAYS)).isEqualTo(decide("T-1", 5, 1, ALWAYS));
        assertThat(drawn("T-1", 5, 1)).isNotEqualTo(drawn("T-2", 5, 1));
    }

    @Test
    void drawsAreSpreadAroundThePosteriorMean() {
        double[] draws = IntStream.range(0, 4000).mapToDouble(n -> drawn("T-" + n, 40, 14)).toArray();

        double mean = IntStream.range(0, draws.length).mapToDouble(n -> draws[n]).average().orElseThrow();
        double variance = IntStream.range(0, draws.length).mapToDouble(n -> Math.pow(draws[n] - mean, 2)).sum() / draws.length;
        // Beta(10 * 0.2 + 14, 10 * 0.8 + 26): mean 16 / 50, variance 16 * 34 / (50^2 * 51)
        assertThat(mean).isCloseTo(0.32, within(0.005));
        assertThat(variance).isCloseTo(16 * 34 / (2500.0 * 51), within(0.0004));
        assertThat(DoubleStream.of(draws)).allMatch(draw -> draw > 0 && draw < 1);
    }

    @Test
    void whatIsDrawnIsRecordedWithWhatItWasDrawnFrom() {
        Arbitration arbitration = decide("T-1", 5, 1, ALWAYS);

        assertThat(arbitration.exploration().seed()).isEqualTo("T-1");
        Draw draw = arbitration.exploration().draws().get(0);
        assertThat(draw.offer()).isEqualTo("NEW");
        assertThat(draw.presented()).isEqualTo(5);
        assertThat(draw.alpha()).isCloseTo(3, within(1e-9));
        assertThat(draw.beta()).isCloseTo(12, within(1e-9));
        assertThat(draw.worth().doubleValue()).isCloseTo(draw.drawn().value() * 16 * 24 - 0.50, within(0.01));
    }

    @Test
    void aNewOfferWinsSometimesAndTheExpectedValueStaysTheModels() {
        List<Arbitration> won = IntStream.range(0, 300)
                .mapToObj(n -> decide("T-" + n, 0, 0, ALWAYS))
                .filter(arbitration -> arbitration.winner().orElseThrow().offer().equals("NEW"))
                .toList();

        assertThat(won).hasSizeBetween(50, 150).allSatisfy(arbitration -> {
            assertThat(arbitration.exploration().decided()).isTrue();
            assertThat(arbitration.exploration().explored("NEW")).isTrue();
            assertThat(arbitration.winner().orElseThrow().expectedValue()).isEqualTo(Money.euros("76.30"));
            assertThat(arbitration.cost().rows()).extracting(OpportunityCost.Row::kind).containsExactly(Influence.EXPLORATION);
            assertThat(arbitration.cost().total()).as("regret as the models see it").isEqualTo(Money.euros("19.20"));
        });
    }

    @Test
    void anOfferThatProvesBadIsHardlyExplored() {
        long fresh = IntStream.range(0, 300).filter(n -> wins("T-" + n, 0, 0)).count();
        long proven = IntStream.range(0, 300).filter(n -> wins("T-" + n, 90, 2)).count();

        assertThat(fresh).isGreaterThan(50);
        assertThat(proven).isZero();
    }

    @Test
    void whoMayStillAnswerIsNoRefusalButCountsTowardsTheEndOfBeingNew() {
        Draw silent = decide(ALWAYS, anInput().knowing("NEW", 60, 5, 1)).exploration().draws().get(0);

        assertThat(silent.presented()).isEqualTo(60);
        assertThat(silent.answered()).isEqualTo(5);
        assertThat(silent.alpha()).isCloseTo(3, within(1e-9));
        assertThat(silent.beta()).isCloseTo(12, within(1e-9));
        assertThat(decide(ALWAYS, anInput().knowing("NEW", 100, 5, 1)).exploration()).isNull();
    }

    @Test
    void withEnoughHistoryNothingIsDrawn() {
        assertThat(decide("T-1", 99, 20, ALWAYS).exploration()).isNotNull();
        assertThat(decide("T-1", 100, 20, ALWAYS).exploration()).isNull();
    }

    @Test
    void aRefusedOfferIsNotExplored() {
        Reason barred = new Reason("BARRED", Stage.ELIGIBILITY, "eligibility_barred", "No.");

        Arbitration arbitration = arbitrate.arbitrate(
                List.of(NEW.rejected(barred), KNOWN), leeway(),
                anInput().judgedBy(settings(ALWAYS)).knowing("NEW", 0, 0).build());

        assertThat(arbitration.exploration()).isNull();
    }

    @Test
    void onlyAShareOfDecisionsExplores() {
        ExplorationSettings some = new ExplorationSettings(0.05, 100, 10, 20, 200);

        long exploring = IntStream.range(0, 4000).filter(n -> some.drawn("T-" + n)).count();

        assertThat(exploring / 4000.0).isCloseTo(0.05, within(0.012));
        assertThat(IntStream.range(0, 4000).filter(n -> ExplorationSettings.OFF.drawn("T-" + n)).count()).isZero();
        assertThat(decide(seedThatDoesNot(some), 0, 0, some).exploration()).isNull();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new ExplorationSettings(1.01, 1, 1, 1, 1)).hasMessageContaining("share is in [0,1]");
        assertThatThrownBy(() -> new ExplorationSettings(0.1, 1, 0, 1, 1)).hasMessageContaining("prior-weight");
        assertThatThrownBy(() -> new ExplorationSettings(0.1, 1, 1, -1, 1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new LaterSettings(1.5, Duration.ofDays(1))).hasMessageContaining("floor is in [0,1]");
    }

    private static String seedThatDoesNot(ExplorationSettings settings) {
        return IntStream.range(0, 100).mapToObj(n -> "T-" + n).filter(seed -> !settings.drawn(seed)).findFirst().orElseThrow();
    }

    private boolean wins(String seed, int presented, int accepted) {
        return decide(seed, presented, accepted, ALWAYS).winner().orElseThrow().offer().equals("NEW");
    }

    private double drawn(String seed, int presented, int accepted) {
        return decide(seed, presented, accepted, ALWAYS).exploration().draws().get(0).drawn().value();
    }

    private Arbitration decide(String seed, int presented, int accepted, ExplorationSettings exploration) {
        return decide(exploration, anInput().seeded(seed).knowing("NEW", presented, accepted));
    }

    private Arbitration decide(ExplorationSettings exploration, InputBuilder input) {
        return arbitrate.arbitrate(List.of(NEW, KNOWN), leeway(), input.judgedBy(settings(exploration)).build());
    }

    private static DecisionSettings settings(ExplorationSettings exploration) {
        return new DecisionSettings(
                24, 0.05, Map.of(ChannelCode.EMAIL, Money.euros("0.50")), Duration.ofDays(14), 0.2, LaterSettings.DEFAULTS, exploration);
    }

    private static Leeway leeway() {
        Strategy strategy =
                new Strategy(Play.CROSS_SELL, Set.of(), 0, null, 0, new Reason("S", Stage.STRATEGY, "strategy_row", "Sell."));
        return new Leeway(strategy, null, allowing(ChannelCode.EMAIL), Exclusions.NONE, Levers.NONE, NO_ARMS);
    }
}
