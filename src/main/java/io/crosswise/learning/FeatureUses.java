package io.crosswise.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Sums up what a model makes of each feature, and how the feature's values were spread in training. */
public final class FeatureUses {
    private FeatureUses() {}

    /** The most important feature first. @param gains one per column; null for a model without trees */
    public static List<FeatureUse> of(TrainingSet set, double[] gains) {
        double total = gains == null ? 1 : Math.max(Double.MIN_NORMAL, Arrays.stream(gains).sum());
        List<FeatureUse> uses = new ArrayList<>();
        for (String feature : set.features()) {
            int[] columns = IntStream.range(0, set.columns().size())
                    .filter(column -> set.columns().get(column).name().equals(feature))
                    .toArray();
            Double importance = gains == null ? null : Arrays.stream(columns).mapToDouble(column -> gains[column]).sum() / total;
            uses.add(new FeatureUse(feature, importance, reference(set, columns)));
        }
        if (gains != null) {
            uses.sort((a, b) -> Double.compare(b.importance(), a.importance()));
        }
        return uses;
    }

    private static List<Bin> reference(TrainingSet set, int[] columns) {
        return set.columns().get(columns[0]).isCategorical()
                ? Bins.ofCategories(Categories.of(set, columns))
                : Bins.of(Arrays.stream(set.rows()).mapToDouble(row -> row[columns[0]]).toArray());
    }
}
