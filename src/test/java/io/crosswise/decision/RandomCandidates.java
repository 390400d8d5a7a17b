package io.crosswise.decision;

import static io.crosswise.testing.CandidateBuilder.aCandidate;
import static io.crosswise.testing.ContactBuilder.allowing;
import static io.crosswise.testing.InputBuilder.anInput;

import io.crosswise.candidate.Candidate;
import io.crosswise.experiment.ApplyArms;
import io.crosswise.policy.ApplyExclusions;
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
import io.crosswise.shared.ServiceCategory;
import io.crosswise.shared.Stage;
import io.crosswise.testing.InputBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Any candidates, levers, exclusions and things put off; the same seed gives the same. Values repeat, so that ties are common. */
final class RandomCandidates {
    private static final ApplyArms NO_ARMS = ApplyArms.of(List.of(), null);
    private final List<Candidate> unjudged = new ArrayList<>();
    private final Leeway leeway;
    private final InputBuilder input = anInput();
    private final long seed;

    RandomCandidates(long seed) {
        this.seed = seed;
        Random random = new Random(seed);
        List<Exclusion> exclusions = IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> new Exclusion(scope(random), new Reason("E" + n, Stage.ELIGIBILITY, "eligibility_" + n, "No.")))
                .toList();
        for (int n = 0; n < 1 + random.nextInt(12); n++) {
            unjudged.add(candidate(random, "O-" + n));
        }
        List<Lever> levers = IntStream.range(0, random.nextInt(5))
                .mapToObj(n -> new Lever(
                        List.of(scope(random)),
                        Levers.Kind.values()[random.nextInt(2)],
                        random.nextInt(6) / 2.0,
                        new Reason("L" + n, Stage.ARBITRATION, "levers_" + n, "Yes.")))
                .toList();
        leeway = new Leeway(
                new Strategy(Play.CROSS_SELL, Set.of(), 0, 1.0, 0, new Reason("S", Stage.STRATEGY, "strategy_row", "Sell.")),
                random.nextBoolean() ? null : Money.euros(24 * random.nextInt(4)),
                random.nextInt(6) == 0 ? allowing() : allowing(ChannelCode.EMAIL),
                new Exclusions(exclusions, null, null),
                new Levers(levers), NO_ARMS);
        if (random.nextBoolean()) {
            input.puttingOff("O-0", Duration.ofDays(random.nextInt(80)));
        }
    }

    List<Candidate> candidates() {
        return candidates(leeway.exclusions().list());
    }

    /** As they would be were these rows all that speak. */
    List<Candidate> candidates(List<Exclusion> exclusions) {
        ApplyExclusions judge = new ApplyExclusions();
        return judge.apply(unjudged, new Exclusions(exclusions, null, null));
    }

    List<Candidate> shuffledCandidates() {
        List<Candidate> shuffled = new ArrayList<>(candidates());
        Collections.shuffle(shuffled, new Random(~seed));
        return shuffled;
    }

    Leeway leeway() {
        return leeway;
    }

    InputBuilder input() {
        return input;
    }

    private static Candidate candidate(Random random, String code) {
        return aCandidate(code, category(random))
                .costing("40", Integer.toString(4 * (1 + random.nextInt(5))))
                .accepted(random.nextInt(6) / 10.0, random.nextInt(3) / 10.0)
                .discounted(Integer.toString(random.nextInt(4)))
                .build();
    }

    private static Scope scope(Random random) {
        return Scope.of(random.nextInt(4) == 0 ? "O-" + random.nextInt(12) : category(random).name());
    }

    private static ServiceCategory category(Random random) {
        return ServiceCategory.values()[random.nextInt(ServiceCategory.values().length)];
    }
}
