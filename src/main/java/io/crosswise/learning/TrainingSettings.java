package io.crosswise.learning;

import java.util.Map;

/**
 * How boosted trees are grown (names as in XGBoost). Training uses one thread: sums of floats in another order would give
 * another model, and the same data must give the same file.
 *
 * @param version the trained model will carry
 * @param trees boosting rounds
 * @param depth of a tree
 * @param learningRate share of each tree's correction that is taken, ]0,1]
 * @param minChildWeight smallest sum of p·(1−p), or of weights for a value, in a leaf
 * @param lambda L2 penalty on leaf values
 * @param subsample share of rows each tree sees, ]0,1]
 * @param columns share of features each tree sees, ]0,1]
 * @param seed of row and column samples and of the folds
 */
public record TrainingSettings(
        String version,
        int trees,
        int depth,
        double learningRate,
        double minChildWeight,
        double lambda,
        double subsample,
        double columns,
        int seed) {

    /** @throws IllegalArgumentException when a number is out of its range */
    public TrainingSettings {
        require(version != null && version.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}"), "version is 1 to 64 letters, digits or . _ + -");
        require(trees >= 1 && trees <= 5_000, "trees is 1 to 5000");
        require(depth >= 1 && depth <= 12, "depth is 1 to 12");
        require(learningRate > 0 && learningRate <= 1, "learningRate is above 0 and at most 1");
        require(minChildWeight >= 0 && lambda >= 0, "minChildWeight and lambda are 0 or more");
        require(subsample > 0 && subsample <= 1, "subsample is above 0 and at most 1");
        require(columns > 0 && columns <= 1, "columns is above 0 and at most 1");
    }

    /** Enough for thousands of buyers: by cross-validation on the demo market deeper or more trees gain nothing and score slower. */
    public static TrainingSettings standard() {
        return new TrainingSettings("1.0", 60, 2, 0.08, 5, 5, 0.8, 0.5, 42);
    }

    /** Fewer trees, for sets with few buyers: they would learn single customers by heart otherwise. */
    public static TrainingSettings cautious() {
        return new TrainingSettings("1.0", 30, 2, 0.06, 3, 5, 0.8, 0.4, 42);
    }

    public TrainingSettings withVersion(String other) {
        return new TrainingSettings(other, trees, depth, learningRate, minChildWeight, lambda, subsample, columns, seed);
    }

    public TrainingSettings withSeed(int other) {
        return new TrainingSettings(version, trees, depth, learningRate, minChildWeight, lambda, subsample, columns, other);
    }

    /** For reports. */
    public Map<String, Object> asMap() {
        return Map.of(
                "trees", trees,
                "depth", depth,
                "learningRate", learningRate,
                "minChildWeight", minChildWeight,
                "lambda", lambda,
                "subsample", subsample,
                "columns", columns,
                "seed", seed);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
