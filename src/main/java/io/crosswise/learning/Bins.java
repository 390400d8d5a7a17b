package io.crosswise.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How values are spread in training: what {@link PopulationStability} is measured against. */
public final class Bins {
    private static final int MOST = 10;

    private Bins() {}

    /** Ten ranges with about equally many values, fewer where values repeat, and the share of missing ones (NaN). */
    public static List<Bin> of(double[] values) {
        double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        List<Double> cuts = new ArrayList<>();
        for (int i = 1; i < MOST && known.length > 0; i++) {
            double cut = known[(int) ((long) i * known.length / MOST)];
            if (cut > known[0] && (cuts.isEmpty() || cut > cuts.get(cuts.size() - 1))) {
                cuts.add(cut);
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i <= cuts.size(); i++) {
            Double from = i == 0 ? null : cuts.get(i - 1);
            Double to = i == cuts.size() ? null : cuts.get(i);
            long count = Arrays.stream(known).filter(value -> in(from, to, value)).count();
            bins.add(new Bin(from, to, null, (double) count / Math.max(1, values.length)));
        }
        double missing = (values.length - known.length) / (double) Math.max(1, values.length);
        bins.add(new Bin(null, null, Bin.MISSING, missing));
        return bins;
    }

    /** Share of each category; null is missing. */
    public static List<Bin> ofCategories(String[] values) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put(Bin.MISSING, 0);
        for (String value : values) {
            counts.merge(value == null ? Bin.MISSING : value, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Bin(null, null, entry.getKey(), (double) entry.getValue() / values.length))
                .toList();
    }

    private static boolean in(Double from, Double to, double value) {
        return (from == null || value >= from) && (to == null || value < to);
    }
}
