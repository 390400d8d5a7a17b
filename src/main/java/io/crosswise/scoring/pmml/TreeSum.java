package io.crosswise.scoring.pmml;

/**
 * A sum, mean or weighted sum of decision trees in flat arrays. Every test compares one number with one threshold and goes on in
 * one of three ways; a way below zero is a leaf.
 */
final class TreeSum implements Formula.Additive {
    private final FlatTrees trees;
    private final boolean floats;
    private final double divisor;

    /**
     * @param floats whether the file asks for 32-bit arithmetic
     * @param divisor of the sum, 1 for a sum
     */
    TreeSum(FlatTrees trees, boolean floats, double divisor) {
        this.trees = trees;
        this.floats = floats;
        this.divisor = divisor;
    }

    FlatTrees trees() {
        return trees;
    }

    @Override
    public double value(double[] row) {
        return floats ? floatSum(row) : doubleSum(row) / divisor;
    }

    private double floatSum(double[] row) {
        float sum = 0;
        for (int root : trees.roots()) {
            sum += (float) trees.leaf(root, row);
        }
        return sum / (float) divisor;
    }

    private double doubleSum(double[] row) {
        double sum = 0;
        for (int root : trees.roots()) {
            sum += trees.leaf(root, row);
        }
        return sum;
    }

    @Override
    public double exact(double[] row) {
        return doubleSum(row) / divisor;
    }

    @Override
    public void share(double[] row, double[] background, double weight, Shares shares) {
        double scale = weight / divisor;
        for (int root : trees.roots()) {
            share(root, row, background, scale, shares);
        }
    }

    /** Walks the tree with both rows at once and splits where they part on a feature that no side has been chosen for. */
    private void share(int from, double[] row, double[] background, double scale, Shares shares) {
        int node = from;
        while (node >= 0) {
            int next = trees.next(node, row);
            int other = trees.next(node, background);
            if (next != other) {
                int feature = shares.feature(trees.slot(node));
                if (shares.followsBackground(feature)) {
                    next = other;
                } else if (!shares.followsRow(feature)) {
                    shares.takeFromRow(feature);
                    share(next, row, background, scale, shares);
                    shares.giveBack(feature);
                    shares.takeFromBackground(feature);
                    share(other, row, background, scale, shares);
                    shares.giveBack(feature);
                    return;
                }
            }
            node = next;
        }
        shares.leaf(scale * trees.value(node));
    }
}
