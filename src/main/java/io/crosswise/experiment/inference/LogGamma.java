package io.crosswise.experiment.inference;

/** The logarithm of the gamma function. */
final class LogGamma {
    private LogGamma() {}

    /**
     * For x &gt; 0, to about 1e-12: Stirling's series (Abramowitz and Stegun 6.1.41), small arguments shifted up by the recurrence
     * Γ(x+1) = xΓ(x).
     */
    static double of(double x) {
        double shift = 0;
        double at = x;
        while (at < 10) {
            shift -= Math.log(at);
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
    }

    static double beta(double a, double b) {
        return of(a) + of(b) - of(a + b);
    }
}
