package io.crosswise.learning;

import java.util.ArrayList;
import java.util.List;

/** Gathers features that go together, by average linkage (Sokal and Michener 1958): each merge is a group to be looked at. */
final class CorrelatedGroups {
    private static final double CLOSE = 0.6;

    private CorrelatedGroups() {}

    /** Groups of two features and more, small ones first; a group may be part of a later one. */
    static List<List<String>> of(List<String> features, Association association) {
        double[][] closeness = new double[features.size()][features.size()];
        for (int i = 0; i < features.size(); i++) {
            for (int j = 0; j < i; j++) {
                closeness[i][j] = association.of(features.get(i), features.get(j));
                closeness[j][i] = closeness[i][j];
            }
        }
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            clusters.add(List.of(i));
        }
        List<List<String>> merges = new ArrayList<>();
        while (clusters.size() > 1) {
            int[] pair = closest(clusters, closeness);
            if (pair == null) {
                break;
            }
            List<Integer> merged = new ArrayList<>(clusters.get(pair[0]));
            merged.addAll(clusters.remove(pair[1]));
            clusters.set(pair[0], merged);
            merges.add(merged.stream().map(features::get).toList());
        }
        merges.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return merges;
    }

    private static int[] closest(List<List<Integer>> clusters, double[][] closeness) {
        int[] best = null;
        double highest = CLOSE;
        for (int a = 0; a < clusters.size(); a++) {
            for (int b = a + 1; b < clusters.size(); b++) {
                double sum = 0;
                for (int i : clusters.get(a)) {
                    for (int j : clusters.get(b)) {
                        sum += closeness[i][j];
                    }
                }
                double mean = sum / clusters.get(a).size() / clusters.get(b).size();
                if (mean >= highest) {
                    highest = mean;
                    best = new int[] {a, b};
                }
            }
        }
        return best;
    }
}
