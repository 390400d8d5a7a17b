package io.crosswise.scoring.pmml;

/**
 * Where the Shapley values of one row are summed up, per feature; one thread's.
 *
 * <p>Weights are those of a leaf that is reached only by coalitions that hold {@code a} given features and lack {@code b} others:
 * (a−1)! b! / (a+b)! for each of the first, the same with a and b exchanged, negative, for the others (Lundberg et al. 2020, the
 * interventional variant).
 */
final class Shares {
    private static final byte OF_ROW = 1;
    private static final byte OF_BACKGROUND = 2;

    private final int[] featureBySlot;
    private final double[] sums;
    private final byte[] sides;
    private final int[] taken;
    private int depth;
    private int ofRow;

    /** @param featureBySlot which feature a slot belongs to, −1 for slots of other models */
    Shares(int[] featureBySlot, int features) {
        this.featureBySlot = featureBySlot;
        this.sums = new double[features];
        this.sides = new byte[features];
        this.taken = new int[features];
    }

    double[] sums() {
        return sums;
    }

    void add(int slot, double share) {
        sums[featureBySlot[slot]] += share;
    }

    int feature(int slot) {
        return featureBySlot[slot];
    }

    boolean followsRow(int feature) {
        return sides[feature] == OF_ROW;
    }

    boolean followsBackground(int feature) {
        return sides[feature] == OF_BACKGROUND;
    }

    void takeFromRow(int feature) {
        sides[feature] = OF_ROW;
        taken[depth++] = feature;
        ofRow++;
    }

    void takeFromBackground(int feature) {
        sides[feature] = OF_BACKGROUND;
        taken[depth++] = feature;
    }

    void giveBack(int feature) {
        if (sides[feature] == OF_ROW) {
            ofRow--;
        }
        sides[feature] = 0;
        depth--;
    }

    /** A leaf is reached by the coalitions that take these features from the row and those from the background. */
    void leaf(double value) {
        if (depth == 0 || value == 0) {
            return;
        }
        int ofBackground = depth - ofRow;
        double forRow = ofRow == 0 ? 0 : value * weight(ofRow, ofBackground);
        double forBackground = ofBackground == 0 ? 0 : value * weight(ofBackground, ofRow);
        for (int i = 0; i < depth; i++) {
            int feature = taken[i];
            sums[feature] += sides[feature] == OF_ROW ? forRow : -forBackground;
        }
    }

    /** (a−1)! b! / (a+b)! */
    private static double weight(int a, int b) {
        double weight = 1.0 / a;
        for (int i = 1; i <= b; i++) {
            weight *= (double) i / (a + i);
        }
        return weight;
    }
}
