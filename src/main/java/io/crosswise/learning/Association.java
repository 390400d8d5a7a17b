package io.crosswise.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How closely two features go together, [0,1]: numbers by Spearman's rank correlation, a number and a category by the
 * correlation ratio of the ranks (Kruskal and Wallis 1952), two categories by Cramér's V (1946).
 */
final class Association {
    private static final int MOST_ROWS = 3_000;

    private static final double SAME_ORDER = 0.999;

    private final TrainingSet set;
    private final int[] rows;
    private final Map<String, double[]> ranks = new HashMap<>();
    private final Map<String, String[]> categories = new HashMap<>();

    Association(TrainingSet set) {
        this.set = set;
        int step = Math.max(1, set.rows().length / MOST_ROWS);
        this.rows = IntStream.range(0, set.rows().length).filter(row -> row % step == 0).toArray();
        for (String feature : set.features()) {
            int[] columns = IntStream.range(0, set.columns().size())
                    .filter(column -> set.columns().get(column).name().equals(feature))
                    .toArray();
            if (set.columns().get(columns[0]).isCategorical()) {
                String[] values = Categories.of(set, columns);
                categories.put(feature, Arrays.stream(rows).mapToObj(row -> String.valueOf(values[row])).toArray(String[]::new));
            } else {
                ranks.put(feature, ranks(columns[0]));
            }
        }
    }

    double of(String a, String b) {
        if (ranks.containsKey(a) && ranks.containsKey(b)) {
            return Math.abs(correlation(ranks.get(a), ranks.get(b)));
        }
        if (ranks.containsKey(a)) {
            return ratio(ranks.get(a), categories.get(b));
        }
        return ranks.containsKey(b) ? ratio(ranks.get(b), categories.get(a)) : cramer(categories.get(a), categories.get(b));
    }

    /** Whether nearly all of the values stand in the order of the ranks, or in the opposite one; NaN is missing. */
    static boolean sameOrder(double[] values, double[] ranks) {
        int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        double[] knownRanks = Ranking.midRanks(TrainingSet.pick(ranks, known));
        return known.length > values.length / 2
                && Math.abs(correlation(Ranking.midRanks(TrainingSet.pick(values, known)), knownRanks)) >= SAME_ORDER;
    }

    /** Missing values stand in the middle. */
    private double[] ranks(int column) {
        double[] values = Arrays.stream(rows).mapToDouble(row -> set.rows()[row][column]).toArray();
        int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        double[] knownRanks = Ranking.midRanks(TrainingSet.pick(values, known));
        double[] all = new double[values.length];
        Arrays.fill(all, (known.length + 1) / 2.0);
        for (int i = 0; i < known.length; i++) {
            all[known[i]] = knownRanks[i];
        }
        return all;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private static double ratio(double[] x, String[] groups) {
        double mean = Arrays.stream(x).average().orElse(0);
        Map<String, double[]> sums = new HashMap<>();
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            double[] sum = sums.computeIfAbsent(groups[i], group -> new double[2]);
            sum[0] += x[i] - mean;
            sum[1]++;
            total += (x[i] - mean) * (x[i] - mean);
        }
        double between = sums.values().stream().mapToDouble(sum -> sum[0] * sum[0] / sum[1]).sum();
        return total == 0 ? 0 : Math.sqrt(between / total);
    }

    private static double cramer(String[] a, String[] b) {
        Map<String, Integer> countsA = new HashMap<>();
        Map<String, Integer> countsB = new HashMap<>();
        Map<String, Map<String, Integer>> together = new HashMap<>();
        for (int i = 0; i < a.length; i++) {
            countsA.merge(a[i], 1, Integer::sum);
            countsB.merge(b[i], 1, Integer::sum);
            together.computeIfAbsent(a[i], value -> new HashMap<>()).merge(b[i], 1, Integer::sum);
        }
        double sum = 0;
        for (Map.Entry<String, Map<String, Integer>> row : together.entrySet()) {
            for (Map.Entry<String, Integer> cell : row.getValue().entrySet()) {
                sum += (double) cell.getValue() * cell.getValue() / countsA.get(row.getKey()) / countsB.get(cell.getKey());
            }
        }
        int smaller = Math.min(countsA.size(), countsB.size());
        return smaller < 2 ? 0 : Math.sqrt(Math.max(0, sum - 1) / (smaller - 1));
    }
}
