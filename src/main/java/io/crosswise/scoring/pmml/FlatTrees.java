package io.crosswise.scoring.pmml;

/**
 * Trees as arrays: node i compares the number at {@code slots[i]} with {@code thresholds[i]} and goes on at {@code ways[3i]} when it
 * is less, {@code ways[3i+1]} when it is not, {@code ways[3i+2]} when it is unknown. A way w below zero ends at leaf −w−1.
 */
record FlatTrees(int[] roots, int[] slots, double[] thresholds, int[] ways, double[] leaves) {
    double leaf(int root, double[] row) {
        int node = root;
        while (node >= 0) {
            node = next(node, row);
        }
        return leaves[-node - 1];
    }

    int next(int node, double[] row) {
        double value = row[slots[node]];
        double threshold = thresholds[node];
        return value < threshold ? ways[3 * node] : value >= threshold ? ways[3 * node + 1] : ways[3 * node + 2];
    }

    int slot(int node) {
        return slots[node];
    }

    double value(int way) {
        return leaves[-way - 1];
    }
}
