package io.crosswise.experiment.inference;

/**
 * The difference of two means with the asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas,
 * "Time-uniform central limit theory and asymptotic confidence sequences" (2021), the Gaussian mixture with estimated variance:
 * {@code τ̂ ± σ̂ √(2(nρ²+1)/(n²ρ²) · ln(√(nρ²+1)/α))}, n units in both arms, σ̂² = n (s₁²/n₁ + s₀²/n₀).
 *
 * <p>Assumes units that are independent and alike over time with more than two moments, and that nobody concludes before there are
 * enough of them for the central limit theorem; its error goes to α as that first look moves out.
 */
final class AsymptoticMeans {
    /** Units at which the sequence is narrowest, fixed in advance. */
    private static final double TIGHTEST_AT = 5_000;

    private static final double RHO_SQUARED = rhoSquared(0.05);

    private final double difference;
    private final double standardError;
    private final double time;

    AsymptoticMeans(Sample treated, Sample control) {
        difference = treated.mean() - control.mean();
        standardError = Math.sqrt(treated.variance() / treated.units() + control.variance() / control.units());
        time = (treated.units() + control.units()) * RHO_SQUARED;
    }

    Interval interval(double alpha) {
        double half = standardError * Math.sqrt(2 * (time + 1) / time * (0.5 * Math.log(time + 1) - Math.log(alpha)));
        return new Interval(difference - half, difference + half);
    }

    /** Against the difference given; at most 1. */
    double pValue(double against) {
        if (standardError == 0) {
            return 1;
        }
        double z = (difference - against) / standardError;
        return Math.min(1, Math.sqrt(time + 1) * Math.exp(-z * z / 2 * time / (time + 1)));
    }

    /** The ρ² with which the sequence is narrowest at {@link #TIGHTEST_AT} units, as the paper approximates it. */
    private static double rhoSquared(double alpha) {
        double log = -2 * Math.log(alpha);
        return (log + Math.log(log) + 1) / TIGHTEST_AT;
    }
}
