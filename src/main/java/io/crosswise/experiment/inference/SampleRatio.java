package io.crosswise.experiment.inference;

/**
 * Whether the arms have as many units as their shares say, valid at any time: a Dirichlet mixture of shares against those stated, as in
 * Lindon and Malek, "Anytime-Valid Inference for Multinomial Count Data" (NeurIPS 2022). A mismatch means that units are lost or
 * counted differently by arm, and that no other figure of the experiment can be believed.
 */
public final class SampleRatio {
    /** Weight of the shares stated in the mixture, in units; larger finds smaller deviations, later. */
    private static final double WEIGHT = 100;

    private SampleRatio() {}

    /** The anytime-valid p-value against the shares; at most 1. @param shares sum to 1, none is 0 */
    public static double pValue(long[] units, double[] shares) {
        double log = LogGamma.of(WEIGHT);
        double total = 0;
        for (int i = 0; i < units.length; i++) {
            log += LogGamma.of(WEIGHT * shares[i] + units[i]) - LogGamma.of(WEIGHT * shares[i]) - units[i] * Math.log(shares[i]);
            total += units[i];
        }
        log -= LogGamma.of(WEIGHT + total);
        return Math.min(1, Math.exp(-log));
    }
}
