package io.crosswise.experiment.inference;

/**
 * How far an arm lies from the control.
 *
 * @param value treated minus control
 * @param interval that holds the true difference at all looks together with the confidence asked for
 * @param pValue anytime-valid, against no difference
 */
public record Difference(double value, Interval interval, double pValue, String method) {
    private static final String EXACT = "exact mixture martingale";
    private static final String BOTH =
            "exact mixture martingale and asymptotic confidence sequence (Waudby-Smith et al. 2021), the error shared 1 to 4";
    private static final String ASYMPTOTIC = "asymptotic confidence sequence (Waudby-Smith et al. 2021)";
    private static final String TOO_FEW = "none: an arm has fewer than %d units that bought, left or earned".formatted(Difference.ENOUGH);

    /** What an arm needs of each of yes and no before the central limit theorem is leant on. */
    static final int ENOUGH = 50;

    private static final double EXACT_PART = 0.2;

    /** Of rates: exact from the first unit on, narrower once there are enough of both answers. @param alpha error over all looks */
    public static Difference ofRates(Sample treated, Sample control, double alpha) {
        double value = treated.mean() - control.mean();
        if (treated.units() == 0 || control.units() == 0) {
            return new Difference(value, new Interval(-1, 1), 1, EXACT);
        }
        ExactRates exact = new ExactRates(treated, control);
        Interval surely = exact.interval(EXACT_PART * alpha);
        if (!isEnough(treated) || !isEnough(control)) {
            return new Difference(value, surely, Math.min(1, exact.pValue() / EXACT_PART), EXACT);
        }
        AsymptoticMeans means = new AsymptoticMeans(treated, control);
        Interval interval = surely.and(means.interval((1 - EXACT_PART) * alpha));
        return new Difference(value, interval, pValueOfRates(treated, control), BOTH);
    }

    /** The p-value of {@link #ofRates} alone. */
    static double pValueOfRates(Sample treated, Sample control) {
        double exact = new ExactRates(treated, control).pValue() / EXACT_PART;
        double asymptotic = isEnough(treated) && isEnough(control)
                ? new AsymptoticMeans(treated, control).pValue(0) / (1 - EXACT_PART)
                : 1;
        return Math.min(1, Math.min(exact, asymptotic));
    }

    /**
     * Of amounts without bound.
     *
     * @param treatedNonZero units of the treated arm whose amount is not 0
     * @param controlNonZero of the control
     */
    public static Difference ofAmounts(
            Sample treated, long treatedNonZero, Sample control, long controlNonZero, double alpha) {
        double value = treated.mean() - control.mean();
        if (Math.min(treatedNonZero, controlNonZero) < ENOUGH) {
            return new Difference(value, Interval.ANYTHING, 1, TOO_FEW);
        }
        AsymptoticMeans means = new AsymptoticMeans(treated, control);
        return new Difference(value, means.interval(alpha), means.pValue(0), ASYMPTOTIC);
    }

    /** Whether the true difference can be 0. */
    public boolean isOpen() {
        return interval.holds(0);
    }

    private static boolean isEnough(Sample rates) {
        return Math.min(rates.sum(), rates.units() - rates.sum()) >= ENOUGH;
    }
}
