package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosswise.shared.StableHash;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KMeansTest {
    private static final double[][] PLANTED = {{0, 0}, {6, 0}, {0, 6}, {6, 6}};

    @Test
    void findsThePlantedGroupsAndHowManyThereAre() {
        double[][] points = points(400);
        KMeans found = KMeans.best(points, 2, 8, 42);
        assertThat(found.centres()).hasDimensions(4, 2);
        for (int i = 0; i < points.length; i++) {
            assertThat(found.group()[i]).isEqualTo(found.group()[i % 4]);
        }
        assertThat(Arrays.stream(found.group()).distinct().count()).isEqualTo(4);
        assertThat(found.silhouette()).isGreaterThan(0.6);
    }

    @Test
    void theSameSeedFindsTheSameGroups() {
        double[][] points = points(100);
        assertThat(KMeans.best(points, 2, 8, 1).centres()).isDeepEqualTo(KMeans.best(points, 2, 8, 1).centres());
    }

    private static double[][] points(int count) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            String key = Integer.toString(i);
            points[i] = new double[] {
                PLANTED[i % 4][0] + 2 * StableHash.uniform("x", key) - 1, PLANTED[i % 4][1] + 2 * StableHash.uniform("y", key) - 1
            };
        }
        return points;
    }
}
