package io.crosswise.learning.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.DoublePoint;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.MultiKMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Groups points by k-means++ (Arthur and Vassilvitskii 2007) with as many groups as give the best mean silhouette
 * (Rousseeuw 1987).
 *
 * @param centres of the groups
 * @param group of each point, an index into the centres
 * @param silhouette mean over the sample, −1 to 1
 */
record KMeans(double[][] centres, int[] group, double silhouette) {
    private static final int TRIALS = 4;
    private static final int ITERATIONS = 200;
    /** A silhouette compares every point with every other. */
    private static final int SAMPLE = 1_000;

    /** The same points and seed give the same groups, from {@code least} to {@code most} of them. */
    static KMeans best(double[][] points, int least, int most, int seed) {
        KMeans best = null;
        for (int k = least; k <= most; k++) {
            KMeans found = of(points, k, seed);
            best = best == null || found.silhouette > best.silhouette ? found : best;
        }
        return best;
    }

    static KMeans of(double[][] points, int k, int seed) {
        var clusterer = new KMeansPlusPlusClusterer<DoublePoint>(
                k, ITERATIONS, new EuclideanDistance(), new Well19937c(seed));
        List<CentroidCluster<DoublePoint>> clusters = new MultiKMeansPlusPlusClusterer<>(clusterer, TRIALS)
                .cluster(Arrays.stream(points).map(DoublePoint::new).toList());
        double[][] centres = clusters.stream().map(cluster -> cluster.getCenter().getPoint()).toArray(double[][]::new);
        int[] group = Arrays.stream(points).mapToInt(point -> nearest(centres, point)).toArray();
        return new KMeans(centres, group, silhouette(points, group, k));
    }

    private static int nearest(double[][] centres, double[] point) {
        int nearest = 0;
        for (int i = 1; i < centres.length; i++) {
            nearest = squared(centres[i], point) < squared(centres[nearest], point) ? i : nearest;
        }
        return nearest;
    }

    /** Mean over evenly spread points of (b − a) / max(a, b): a the mean distance within the own group, b to the next group. */
    private static double silhouette(double[][] points, int[] group, int k) {
        List<Integer> sample = new ArrayList<>();
        int step = Math.max(1, points.length / SAMPLE);
        for (int i = 0; i < points.length; i += step) {
            sample.add(i);
        }
        double sum = 0;
        for (int one : sample) {
            double[] distance = new double[k];
            int[] count = new int[k];
            for (int other : sample) {
                if (other != one) {
                    distance[group[other]] += Math.sqrt(squared(points[one], points[other]));
                    count[group[other]]++;
                }
            }
            sum += silhouette(distance, count, group[one]);
        }
        return sum / sample.size();
    }

    private static double silhouette(double[] distance, int[] count, int own) {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count.length; i++) {
            next = i != own && count[i] > 0 ? Math.min(next, distance[i] / count[i]) : next;
        }
        if (count[own] == 0 || Double.isInfinite(next)) {
            return 0;
        }
        double within = distance[own] / count[own];
        double larger = Math.max(within, next);
        return larger == 0 ? 0 : (next - within) / larger;
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
