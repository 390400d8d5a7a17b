package io.crosswise.learning;

import io.crosswise.shared.StableHash;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits rows for cross-validation so that every fold holds the same share of each label. */
final class Folds {
    private Folds() {}

    /** The fold of each row, 0 to count−1; the same seed gives the same folds. */
    static int[] stratified(boolean[] labels, int count, int seed) {
        int[] folds = new int[labels.length];
        for (boolean label : new boolean[] {true, false}) {
            List<Integer> shuffled = IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> StableHash.uniform("fold-" + seed, row.toString())))
                    .toList();
            for (int i = 0; i < shuffled.size(); i++) {
                folds[shuffled.get(i)] = i % count;
            }
        }
        return folds;
    }
}
