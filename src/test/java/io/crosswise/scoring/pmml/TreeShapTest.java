package io.crosswise.scoring.pmml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Interventional Tree SHAP against the definition of the Shapley value, coalition by coalition. */
class TreeShapTest {
    private static final int FEATURES = 5;
    private static final int SLOTS = 7;
    /** Features 0 and 1 have two slots each, as a category has several tests. */
    private static final int[] FEATURE_BY_SLOT = {0, 0, 1, 1, 2, 3, 4};

    @Property(tries = 300)
    void treesAreTakenApartAsTheShapleyValueIsDefined(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Way> roots = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            roots.add(tree(random, 5));
        }
        matchesDefinition(new TreeSum(TreeLayout.of(roots), false, 2), random);
    }

    @Property(tries = 100)
    void regressionsOverTreesAreTakenApartAsTheShapleyValueIsDefined(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Formula trees = new TreeSum(TreeLayout.of(List.of(tree(random, 4), tree(random, 4))), false, 1);
        matchesDefinition(
                new LinearSum(
                        List.of(
                                LinearSum.Term.part(new Rounded(trees), -1.7),
                                LinearSum.Term.number(4, 0.3),
                                LinearSum.Term.category(0, 1, 2)),
                        0.4,
                        false),
                random);
    }

    private static void matchesDefinition(Formula.Additive sum, SplittableRandom random) {
        double[] row = row(random);
        double[] background = row(random);
        row[4] = Math.round(random.nextDouble() * 3);
        background[4] = Math.round(random.nextDouble() * 3);
        Shares shares = new Shares(FEATURE_BY_SLOT, FEATURES);
        sum.share(row, background, 1, shares);
        for (int feature = 0; feature < FEATURES; feature++) {
            assertThat(shares.sums()[feature]).isCloseTo(shapley(sum, row, background, feature), within(1e-10));
        }
    }

    private static double shapley(Formula.Additive sum, double[] row, double[] background, int feature) {
        double value = 0;
        for (int coalition = 0; coalition < 1 << FEATURES; coalition++) {
            if ((coalition >> feature & 1) == 0) {
                int size = Integer.bitCount(coalition);
                double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
                double with = sum.exact(mixed(row, background, coalition | 1 << feature));
                value += weight * (with - sum.exact(mixed(row, background, coalition)));
            }
        }
        return value;
    }

    private static double[] mixed(double[] row, double[] background, int coalition) {
        double[] mixed = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            mixed[slot] = (coalition >> FEATURE_BY_SLOT[slot] & 1) == 1 ? row[slot] : background[slot];
        }
        return mixed;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private static Way tree(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return new Way.Leaf(random.nextDouble() * 4 - 2);
        }
        Way less = tree(random, depth - 1);
        Way notLess = tree(random, depth - 1);
        Way unknown = random.nextBoolean() ? less : notLess;
        return Way.test(random.nextInt(SLOTS), random.nextInt(4), less, notLess, unknown);
    }

    private static double[] row(SplittableRandom random) {
        double[] row = new double[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            row[slot] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble() * 4 - 0.5;
        }
        return row;
    }
}
