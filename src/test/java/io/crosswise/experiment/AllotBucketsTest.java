package io.crosswise.experiment;

import static io.crosswise.experiment.ExperimentBuilder.anExperiment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.shared.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Nobody is in two arms of a group, nobody is moved without need, and every arm has its share. */
class AllotBucketsTest {

    @Test
    void everyBucketOfAGroupBelongsToOneArmAtMost() {
        List<BucketRange> first = allot(anExperiment("a").in("prices", 0.4).sharing(0.5, 0.25, 0.25).build(), List.of());
        List<BucketRange> second = allot(anExperiment("b").in("prices", 0.6).build(), first);

        List<BucketRange> all = new ArrayList<>(first);
        all.addAll(second);
        for (int bucket = 0; bucket < BucketRange.BUCKETS; bucket++) {
            assertThat(owners(all, bucket)).as("owners of bucket %d", bucket).hasSize(1);
        }
    }

    @Test
    void aGroupThatIsFullTakesNobodyMore() {
        List<BucketRange> most = allot(anExperiment("a").in("prices", 0.9).build(), List.of());

        assertThat(AllotBuckets.allot(anExperiment("b").in("prices", 0.1001).build(), most, List.of())).isEmpty();
        assertThat(AllotBuckets.allot(anExperiment("b").in("prices", 0.1).build(), most, List.of())).isPresent();
    }

    @Test
    void theUniversalHoldOutKeepsTheBucketsItAlwaysHad() {
        Experiment fiveInHundred = anExperiment("universal").holdingOut(0.05, Kind.UNIVERSAL_HOLD_OUT, null).build();

        assertThat(allot(fiveInHundred, List.of()))
                .containsExactly(new BucketRange("HELD_OUT", 0, 500), new BucketRange("TREATED", 500, 10_000));
    }

    @Property(tries = 300)
    void nobodyIsEverInTwoArmsOfAGroupHoweverExperimentsComeAndGo(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<BucketRange>> running = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            if (!running.isEmpty() && random.nextInt(3) == 0) {
                running.remove(random.nextInt(running.size()));
            }
            List<BucketRange> taken = running.stream().flatMap(List::stream).toList();
            Experiment next = anExperiment("e" + step).in("group", (1 + random.nextInt(50)) / 100.0).sharing(shares(random)).build();
            Optional<List<BucketRange>> buckets = AllotBuckets.allot(next, taken, List.of());
            buckets.ifPresent(running::add);

            int[] owners = new int[BucketRange.BUCKETS];
            running.stream().flatMap(List::stream).forEach(range -> IntStream.range(range.from(), range.to()).forEach(i -> owners[i]++));
            assertThat(IntStream.of(owners).max().orElseThrow()).isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 300)
    void whoIsInAnArmThatGrowsOrStaysStaysInIt(@ForAll long seed) {
        Random random = new Random(seed);
        double[] before = shares(random);
        double[] after = shares(random, before.length);
        double trafficBefore = (10 + random.nextInt(60)) / 100.0;
        double trafficAfter = Math.min(0.9, trafficBefore + random.nextInt(30) / 100.0);
        List<BucketRange> others = allot(anExperiment("other").in("group", 0.1).build(), List.of());
        Experiment older = anExperiment("e").in("group", trafficBefore).sharing(before).build();
        Experiment newer = anExperiment("e").in("group", trafficAfter).sharing(after).build();

        List<BucketRange> had = allot(older, others);
        List<BucketRange> has = AllotBuckets.allot(newer, others, had).orElseThrow();

        int[] wantedBefore = AllotBuckets.wanted(older);
        int[] wantedAfter = AllotBuckets.wanted(newer);
        for (int arm = 0; arm < before.length; arm++) {
            String name = newer.arms().get(arm).name();
            assertThat(count(has, name)).isEqualTo(wantedAfter[arm]);
            long kept = IntStream.range(0, BucketRange.BUCKETS)
                    .filter(bucket -> owners(had, bucket).contains(name) && owners(has, bucket).contains(name))
                    .count();
            assertThat(kept).isEqualTo(Math.min(wantedBefore[arm], wantedAfter[arm]));
        }
    }

    @Property(tries = 100)
    void everyArmHasItsShareOfBucketsAndOfCustomers(@ForAll long seed) {
        double[] shares = shares(new Random(seed));
        Experiment experiment = anExperiment("e" + seed).sharing(shares).build();
        List<BucketRange> buckets = allot(experiment, List.of());
        int customers = 20_000;
        int[] found = new int[shares.length];
        for (int customer = 0; customer < customers; customer++) {
            int bucket = StableHash.bucket(experiment.salt(), "C-" + customer, BucketRange.BUCKETS);
            found[Integer.parseInt(owners(buckets, bucket).get(0).substring("arm-".length()))]++;
        }

        for (int arm = 0; arm < shares.length; arm++) {
            assertThat(count(buckets, "arm-" + arm) / (double) BucketRange.BUCKETS).isCloseTo(shares[arm], within(0.0001));
            // Six standard deviations: chance alone breaks one of all these checks in a million runs.
            assertThat(found[arm] / (double) customers)
                    .isCloseTo(shares[arm], within(6 * Math.sqrt(shares[arm] * (1 - shares[arm]) / customers) + 0.0001));
        }
    }

    private static List<BucketRange> allot(Experiment experiment, List<BucketRange> taken) {
        return AllotBuckets.allot(experiment, taken, List.of()).orElseThrow();
    }

    private static List<String> owners(List<BucketRange> ranges, int bucket) {
        return ranges.stream().filter(range -> range.holds(bucket)).map(BucketRange::arm).toList();
    }

    private static int count(List<BucketRange> ranges, String arm) {
        return ranges.stream().filter(range -> range.arm().equals(arm)).mapToInt(BucketRange::size).sum();
    }

    private static double[] shares(Random random) {
        return shares(random, 2 + random.nextInt(3));
    }

    private static double[] shares(Random random, int arms) {
        double[] weights = random.doubles(arms, 0.1, 1).toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        return java.util.Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
