package io.crosswise.learning.family;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Matrix factors of who holds what (PureSVD; Cremonesi, Koren and Turrin, "Performance of Recommender Algorithms on Top-N
 * Recommendation Tasks", RecSys 2010): with R = U·Σ·Vᵀ cut to the largest singular values, a customer r scores r·V·Vᵀ, so a
 * newcomer needs no training, only this one matrix.
 */
final class PureSvd {
    private PureSvd() {}

    /**
     * V·Vᵀ over the services. V comes from RᵀR, which has the same right singular vectors as R and does not grow with the
     * number of customers.
     *
     * @param held a row per customer, 1 for a service held and 0 otherwise
     * @param rank how many factors, from 1 to the number of services
     */
    static double[][] projection(double[][] held, int rank) {
        return projection(svd(held), rank);
    }

    static SingularValueDecomposition svd(double[][] held) {
        int services = held[0].length;
        double[][] together = new double[services][services];
        for (double[] row : held) {
            for (int i = 0; i < services; i++) {
                for (int j = 0; row[i] != 0 && j < services; j++) {
                    together[i][j] += row[i] * row[j];
                }
            }
        }
        return new SingularValueDecomposition(MatrixUtils.createRealMatrix(together));
    }

    static double[][] projection(SingularValueDecomposition svd, int rank) {
        double[][] v = svd.getV().getData();
        double[][] projection = new double[v.length][v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                for (int factor = 0; factor < rank; factor++) {
                    projection[i][j] += v[i][factor] * v[j][factor];
                }
            }
        }
        return projection;
    }
}
