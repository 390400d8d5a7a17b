package io.crosswise.learning.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.crosswise.learning.pmml.AffinityPmml;
import io.crosswise.learning.pmml.JpmmlAnswers;
import io.crosswise.learning.pmml.ModelLabel;
import io.crosswise.shared.StableHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class PureSvdTest {
    private static final List<String> SERVICES = List.of("A", "B", "C", "D", "E", "F");
    private final double[][] held = twoTastes(400);

    @Test
    void foldInIsTheProjectionOnTheFirstRightSingularVectors() {
        double[][] projection = PureSvd.projection(held, 2);
        RealMatrix v = new SingularValueDecomposition(MatrixUtils.createRealMatrix(held)).getV().getSubMatrix(0, 5, 0, 1);
        RealMatrix expected = v.multiply(v.transpose());
        for (int i = 0; i < 6; i++) {
            assertThat(projection[i]).containsExactly(expected.getRow(i), within(1e-9));
        }
    }

    @Test
    void theFileFoldsACustomerIn() {
        double[][] projection = PureSvd.projection(held, 2);
        JpmmlAnswers file = new JpmmlAnswers(AffinityPmml.write(
                new ModelLabel("affinity", "1.0", "affinities", "ab12"), SERVICES, projection, new double[][] {held[0]}));
        double[] scores = MatrixUtils.createRealMatrix(projection).operate(held[7]);
        Map<String, Double> features = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            features.put(AffinityPmml.INPUT + SERVICES.get(i), held[7][i]);
        }
        for (int i = 0; i < 6; i++) {
            assertThat((Double) file.of(features).get(SERVICES.get(i))).isCloseTo(scores[i], within(1e-12));
        }
    }

    @Test
    void whoHoldsOneServiceOfATasteIsLedToTheOthersOfIt() {
        double[] scores = MatrixUtils.createRealMatrix(PureSvd.projection(held, 2)).operate(new double[] {1, 0, 0, 0, 0, 0});
        assertThat(Math.min(scores[1], scores[2])).isGreaterThan(Math.max(scores[3], Math.max(scores[4], scores[5])));
    }

    @Test
    void hiddenServicesAreFoundMoreOftenThanByPopularity() {
        LeaveOneOut affinity = LeaveOneOut.of(PureSvd.projection(held, 2), twoTastes(200));
        LeaveOneOut popularity = LeaveOneOut.ofPopularity(held, twoTastes(200));
        assertThat(affinity.recallAt3()).isGreaterThan(popularity.recallAt3() + 0.1);
        assertThat(affinity.ndcgAt3()).isGreaterThan(popularity.ndcgAt3() + 0.1);
        assertThat(affinity.hidden()).isEqualTo(popularity.hidden()).isPositive();
    }

    /** Half of the customers like A, B and C, the others D, E and F; one holding in ten is by chance. */
    private static double[][] twoTastes(int customers) {
        double[][] held = new double[customers][6];
        for (int i = 0; i < customers; i++) {
            for (int service = 0; service < 6; service++) {
                boolean likes = service / 3 == i % 2;
                double draw = StableHash.uniform("taste-" + service, Integer.toString(i));
                held[i][service] = draw < (likes ? 0.7 : 0.1) ? 1 : 0;
            }
        }
        return held;
    }
}
