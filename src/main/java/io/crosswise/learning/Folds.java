package io.crosswise.learning;

import io.crosswise.shared.StableHash;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits rows for cross-validation so that every fold holds about the same share of positives (or the same sum of values) and
 * no customer is in two: a model that has met a customer knows more of them than their features tell.
 */
public final class Folds {
    private Folds() {}

    /** The fold of each row, 0 to count−1; the same seed gives the same folds. */
    public static int[] stratified(double[] target, int[] groups, int count, int seed) {
        Map<Integer, Double> sums = new HashMap<>();
        for (int row = 0; row < target.length; row++) {
            sums.merge(groups[row], target[row], Double::sum);
        }
        Map<Integer, Double> chance = new HashMap<>(sums.size() * 2);
        sums.keySet().forEach(group -> chance.put(group, StableHash.uniform("fold-" + seed, group.toString())));
        List<Integer> shuffled = sums.keySet().stream()
                .sorted(Comparator.<Integer>comparingDouble(sums::get)
                        .thenComparingDouble(chance::get)
                        .thenComparingInt(group -> group))
                .toList();
        Map<Integer, Integer> folds = new HashMap<>();
        for (int i = 0; i < shuffled.size(); i++) {
            folds.put(shuffled.get(i), i % count);
        }
        int[] rows = new int[target.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = folds.get(groups[row]);
        }
        return rows;
    }
}
