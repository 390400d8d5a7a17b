package io.crosswise.learning.family;

import io.crosswise.learning.Bin;
import io.crosswise.learning.FeatureUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a feature was spread over the customers a model without trees was made from: the reference for drift. */
final class ReferenceBins {
    private static final int BINS = 10;

    private ReferenceBins() {}

    /** Ten ranges of about equal share, fewer where values repeat, and the share of missing ones. */
    static FeatureUse of(String feature, List<Map<String, Double>> customers) {
        double[] known = customers.stream()
                .map(features -> features.get(feature))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double[] cuts = cuts(known);
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i <= cuts.length; i++) {
            Double from = i == 0 ? null : (Double) cuts[i - 1];
            Double to = i == cuts.length ? null : (Double) cuts[i];
            long inside = Arrays.stream(known)
                    .filter(value -> (from == null || value >= from) && (to == null || value < to))
                    .count();
            bins.add(new Bin(from, to, null, (double) inside / customers.size()));
        }
        bins.add(new Bin(null, null, Bin.MISSING, 1 - (double) known.length / customers.size()));
        return new FeatureUse(feature, null, bins);
    }

    private static double[] cuts(double[] sorted) {
        return sorted.length == 0
                ? new double[0]
                : java.util.stream.IntStream.range(1, BINS)
                        .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / BINS)])
                        .filter(cut -> cut > sorted[0])
                        .distinct()
                        .toArray();
    }
}
