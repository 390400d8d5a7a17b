package io.crosswise.learning;

/**
 * How boosted trees are grown (names as in XGBoost). Training uses one thread: sums of floats in another order would give
 * another model, and the same data must give the same file.
 *
 * @param version the trained model will carry
 * @param trees boosting rounds
 * @param depth of a tree
 * @param learningRate share of each tree's correction that is taken, ]0,1]
 * @param minChildWeight smallest sum of p·(1−p) in a leaf
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

    /** Enough for thousands of buyers: by cross-validation on the demo market deeper or more trees gain nothing and score slower. */
    public static TrainingSettings standard() {
        return new TrainingSettings("1.0", 60, 2, 0.08, 5, 5, 0.8, 0.5, 42);
    }

    /** Fewer trees, for sets with few buyers: they would learn single customers by heart otherwise. */
    public static TrainingSettings cautious() {
        return new TrainingSettings("1.0", 30, 2, 0.06, 3, 5, 0.8, 0.4, 42);
    }
}
