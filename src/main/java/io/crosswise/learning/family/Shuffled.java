package io.crosswise.learning.family;

import io.crosswise.shared.StableHash;

/** Points whose coordinates no longer belong together: what a search for groups finds where there are none. */
final class Shuffled {
    private Shuffled() {}

    /** Every column is turned by a number of rows of its own, always the same. */
    static double[][] columns(double[][] points) {
        double[][] shuffled = new double[points.length][points[0].length];
        for (int column = 0; column < points[0].length; column++) {
            int turn = StableHash.bucket("shuffle", Integer.toString(column), points.length);
            for (int row = 0; row < points.length; row++) {
                shuffled[row][column] = points[(row + turn) % points.length][column];
            }
        }
        return shuffled;
    }
}
