package io.crosswise.learning;

import io.crosswise.shared.StableHash;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits rows for cross-validation so that every fold holds about the same share of positives and no customer is in two:
 * a model that has met a customer knows more of them than their features tell.
 */
final class Folds {
    private Folds() {}

    /** The fold of each row, 0 to count−1; the same seed gives the same folds. */
    static int[] stratified(boolean[] labels, int[] customers, int count, int seed) {
        Map<Integer, Integer> positives = new HashMap<>();
        for (int row = 0; row < labels.length; row++) {
            positives.merge(customers[row], labels[row] ? 1 : 0, Integer::sum);
        }
        List<Integer> shuffled = positives.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(positives::get)
                        .thenComparingDouble(customer -> StableHash.uniform("fold-" + seed, customer.toString())))
                .toList();
        Map<Integer, Integer> folds = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            folds.put(shuffled.get(i), i % count);
        }
        int[] rows = new int[labels.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = folds.get(customers[row]);
        }
        return rows;
    }
}
