package io.crosswise.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How values are spread, and how far other values have moved away from that. */
public final class Bins {
    private static final int MOST = 10;
    /** Smallest share that is divided by: an empty bin would make the index infinite. */
    private static final double FLOOR = 1e-4;

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

    /** The same ranges filled with other values. */
    public static List<Bin> refill(List<Bin> reference, double[] values) {
        return reference.stream()
                .map(bin -> {
                    long count = Arrays.stream(values).filter(value -> holds(bin, value)).count();
                    return new Bin(bin.from(), bin.to(), bin.category(), (double) count / Math.max(1, values.length));
                })
                .toList();
    }

    /**
     * Population stability index Σ (now − then) · ln(now / then) (Siddiqi 2006; the symmetric divergence of Jeffreys 1946):
     * below 0.1 stable, above 0.25 moved.
     */
    public static double stabilityIndex(List<Bin> reference, List<Bin> now) {
        double index = 0;
        for (int i = 0; i < reference.size(); i++) {
            double then = Math.max(FLOOR, reference.get(i).share());
            double current = Math.max(FLOOR, now.get(i).share());
            index += (current - then) * Math.log(current / then);
        }
        return index;
    }

    private static boolean holds(Bin bin, double value) {
        return Double.isNaN(value) ? Bin.MISSING.equals(bin.category()) : bin.category() == null && in(bin.from(), bin.to(), value);
    }

    private static boolean in(Double from, Double to, double value) {
        return (from == null || value >= from) && (to == null || value < to);
    }
}
