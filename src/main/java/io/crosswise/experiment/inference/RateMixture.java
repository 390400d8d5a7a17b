package io.crosswise.experiment.inference;

/**
 * Evidence against a rate p, valid at any time: the likelihood of what was seen under a mixture of all rates over that under p. At the
 * true p it is a martingale that starts at 1, so by Ville's inequality it ever exceeds 1/α with probability at most α, for any number
 * of units. Mixing is Robbins, "Statistical Methods Related to the Law of the Iterated Logarithm" (1970); the mixture is Jeffreys'
 * Beta(½,½).
 */
final class RateMixture {
    private static final double PRIOR = 0.5;
    private static final double LOG_PRIOR = LogGamma.beta(PRIOR, PRIOR);

    private final double successes;
    private final double failures;
    private final double logMixture;

    RateMixture(Sample sample) {
        successes = sample.sum();
        failures = sample.units() - sample.sum();
        logMixture = LogGamma.beta(PRIOR + successes, PRIOR + failures) - LOG_PRIOR;
    }

    /** The logarithm of the evidence; infinite where p cannot have given what was seen. */
    double logEvidence(double p) {
        return logMixture - times(successes, p) - times(failures, 1 - p);
    }

    private static double times(double count, double probability) {
        return count == 0 ? 0 : count * Math.log(Math.max(0, probability));
    }
}
